variable "name" {
  description = "Name of the site, with the environment in front: `dev-shop`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,55}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 57 lower-case letters, digits and dashes, and start with a letter: IAM roles end at 64 characters and -deploy is put behind."
  }
}

variable "account_id" {
  description = "AWS account the site lives in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region of the bucket."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "domain_name" {
  description = "Name that people reach the site by: `shop.dev.acme.example`."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name must be a full name in lower case, such as shop.dev.acme.example."
  }
}

variable "hosted_zone_id" {
  description = "Route 53 zone of the name."
  type        = string
}

variable "certificate_arn" {
  description = "ACM certificate of the name. CloudFront takes it from us-east-1 only."
  type        = string

  validation {
    condition     = can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/", var.certificate_arn))
    error_message = "certificate_arn must be a certificate in us-east-1, which is where CloudFront looks."
  }
}

variable "api_domain_name" {
  description = "Where requests below `/api/` go: a name that an HTTPS load balancer has a certificate for, such as `orders.dev.acme.example`. Null for a site without an API."
  type        = string
  default     = null

  validation {
    condition     = var.api_domain_name == null || can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.api_domain_name))
    error_message = "api_domain_name must be a full name in lower case, such as orders.dev.acme.example."
  }

  validation {
    condition     = var.api_domain_name == null || var.api_domain_name != var.domain_name
    error_message = "api_domain_name must not be the site's own name: requests would go round in a circle."
  }
}

variable "content_security_policy" {
  description = "Content-Security-Policy of every file. The default lets the site load from itself only."
  type        = string
  default     = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; object-src 'none'; upgrade-insecure-requests"

  validation {
    condition     = can(regex("(^|;) *default-src '(self|none)'", var.content_security_policy))
    error_message = "content_security_policy must start from default-src 'self' or 'none'."
  }

  validation {
    condition     = !can(regex("(default|script)-src[^;]*'unsafe-(inline|eval)'", var.content_security_policy))
    error_message = "content_security_policy must not allow scripts by 'unsafe-inline' or 'unsafe-eval': use a hash or a file."
  }
}

variable "github_repository" {
  description = "Repository on GitHub whose main branch may deploy: `acme/shop`."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9](-?[A-Za-z0-9])*/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "github_repository must be one repository as owner/name; wildcards would let others deploy."
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

variable "web_acl_arn" {
  description = "AWS WAF web ACL in front of the site, made for CloudFront. Null for none."
  type        = string
  default     = null

  validation {
    condition     = var.web_acl_arn == null || can(regex("^arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/", var.web_acl_arn))
    error_message = "web_acl_arn must be a web ACL of scope CLOUDFRONT, which lives in us-east-1."
  }
}

variable "access_log_bucket" {
  description = "Bucket that gets CloudFront's access logs, by its domain name: `acme-logs.s3.amazonaws.com`. It must take ACLs. Null for none."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null || can(regex("^[a-z0-9.-]+\\.s3\\.amazonaws\\.com$", var.access_log_bucket))
    error_message = "access_log_bucket must be the domain name of a bucket, such as acme-logs.s3.amazonaws.com."
  }
}

variable "protected" {
  description = "Terraform refuses to delete the bucket while files are in it."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Who the site belongs to; the portal's catalog reads these tags."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
