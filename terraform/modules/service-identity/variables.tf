variable "name" {
  description = "Name of the role, with the environment in front: `dev-go-worker`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 64 lower-case letters, digits and dashes, and start with a letter."
  }
}

variable "account_id" {
  description = "AWS account the role lives in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "oidc_provider_arn" {
  description = "ARN of the EKS cluster's IAM OIDC provider. Empty for a task role on ECS."
  type        = string
  default     = ""

  validation {
    condition     = var.oidc_provider_arn == "" || can(regex("^arn:aws:iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be an IAM OIDC provider ARN, or empty for ECS."
  }
}

variable "oidc_provider_url" {
  description = "Issuer of the EKS cluster without `https://`. Required with oidc_provider_arn."
  type        = string
  default     = ""

  validation {
    condition     = (var.oidc_provider_url == "") == (var.oidc_provider_arn == "")
    error_message = "oidc_provider_url and oidc_provider_arn must be given together."
  }

  validation {
    condition     = !strcontains(var.oidc_provider_url, "://")
    error_message = "oidc_provider_url must not start with https://: IAM condition keys hold the bare issuer."
  }
}

variable "namespace" {
  description = "Kubernetes namespace of the service account. Required on EKS."
  type        = string
  default     = ""

  validation {
    condition     = var.oidc_provider_arn == "" || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace must name one Kubernetes namespace; wildcards would let others use the role."
  }
}

variable "service_account" {
  description = "Kubernetes service account that may use the role. Required on EKS."
  type        = string
  default     = ""

  validation {
    condition     = var.oidc_provider_arn == "" || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.service_account))
    error_message = "service_account must name one Kubernetes service account; wildcards would let others use the role."
  }
}

variable "consume_queue_arns" {
  description = "SQS queues the service receives from and deletes in."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.consume_queue_arns : can(regex("^arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", arn))])
    error_message = "consume_queue_arns must hold whole SQS queue ARNs, no wildcards."
  }
}

variable "send_queue_arns" {
  description = "SQS queues the service sends to."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.send_queue_arns : can(regex("^arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", arn))])
    error_message = "send_queue_arns must hold whole SQS queue ARNs, no wildcards."
  }
}

variable "tags" {
  description = "Who the role belongs to."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
