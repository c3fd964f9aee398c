variable "name" {
  description = "Name of the repository: the service's, without the environment, so that one build is pushed under one name everywhere."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 256
    error_message = "name must be 2 to 256 lower-case letters, digits, dots, dashes, underscores and slashes, as ECR takes them."
  }
}

variable "account_id" {
  description = "AWS account the repository lives in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region the repository lives in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "github_repository" {
  description = "Repository on GitHub whose main branch may push images: `acme/order-mailer`."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9](-?[A-Za-z0-9])*/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "github_repository must be one repository as owner/name; wildcards would let others push."
  }
}

variable "github_oidc_provider_arn" {
  description = "ARN of the account's IAM OIDC provider for GitHub Actions."
  type        = string

  validation {
    condition     = can(regex("^arn:aws:iam::[0-9]{12}:oidc-provider/.+$", var.github_oidc_provider_arn))
    error_message = "github_oidc_provider_arn must be the ARN of an IAM OIDC provider."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts the images. Null for encryption with keys of ECR's own (AES-256)."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "kept_images" {
  description = "How many tagged images are kept; the oldest go first. A rollback can only go as far back."
  type        = number
  default     = 50

  validation {
    condition     = var.kept_images >= 10 && var.kept_images <= 1000
    error_message = "kept_images must be between 10 and 1000: what still runs must not be removed."
  }
}

variable "tags" {
  description = "Who the repository belongs to."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
