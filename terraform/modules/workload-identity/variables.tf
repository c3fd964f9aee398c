variable "name" {
  description = "Name of the role, with the environment in front: `dev-order-mailer`."
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

variable "irsa" {
  description = "Trust one Kubernetes service account through the cluster's IAM OIDC provider (IAM roles for service accounts). The issuer is without `https://`. Null for Pod Identity or ECS."
  type = object({
    oidc_provider_arn = string
    oidc_provider_url = string
    namespace         = string
    service_account   = string
  })
  default = null

  validation {
    condition     = var.irsa == null || can(regex("^arn:aws:iam::[0-9]{12}:oidc-provider/.+$", var.irsa.oidc_provider_arn))
    error_message = "irsa.oidc_provider_arn must be the ARN of an IAM OIDC provider."
  }

  validation {
    condition     = var.irsa == null || can(regex("^[a-z0-9.-]+(/[A-Za-z0-9/_-]+)?$", var.irsa.oidc_provider_url))
    error_message = "irsa.oidc_provider_url must be the issuer without https://: IAM condition keys hold the bare issuer."
  }

  validation {
    condition     = var.irsa == null || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.irsa.namespace))
    error_message = "irsa.namespace must name one Kubernetes namespace; wildcards would let others use the role."
  }

  validation {
    condition     = var.irsa == null || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.irsa.service_account))
    error_message = "irsa.service_account must name one Kubernetes service account; wildcards would let others use the role."
  }
}

variable "pod_identity" {
  description = "Trust one Kubernetes service account through EKS Pod Identity, whose agent must run in the cluster. Null for IRSA or ECS."
  type = object({
    cluster_name    = string
    region          = string
    namespace       = string
    service_account = string
  })
  default = null

  validation {
    condition     = var.pod_identity == null || can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", var.pod_identity.cluster_name))
    error_message = "pod_identity.cluster_name must be the name of an EKS cluster."
  }

  validation {
    condition     = var.pod_identity == null || can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.pod_identity.region))
    error_message = "pod_identity.region must be an AWS region such as eu-west-1."
  }

  validation {
    condition     = var.pod_identity == null || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.pod_identity.namespace))
    error_message = "pod_identity.namespace must name one Kubernetes namespace."
  }

  validation {
    condition     = var.pod_identity == null || can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.pod_identity.service_account))
    error_message = "pod_identity.service_account must name one Kubernetes service account."
  }

  validation {
    condition     = var.pod_identity == null || var.irsa == null
    error_message = "give irsa or pod_identity, not both: a role is trusted in one way."
  }
}

variable "permissions_boundary_arn" {
  description = "IAM policy that bounds whatever features attach to the role. Null for none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null || can(regex("^arn:aws:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy."
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
