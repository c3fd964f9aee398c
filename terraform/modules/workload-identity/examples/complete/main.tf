provider "aws" {
  region = "eu-west-1"
}

locals {
  tags = {
    component   = "order-mailer"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

module "with_irsa" {
  source = "../.."

  name       = "dev-order-mailer"
  account_id = "111111111111"
  irsa = {
    oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
    oidc_provider_url = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
    namespace         = "order-system"
    service_account   = "order-mailer"
  }
  permissions_boundary_arn = "arn:aws:iam::111111111111:policy/workloads"
  tags                     = local.tags
}

module "with_pod_identity" {
  source = "../.."

  name       = "dev-order-printer"
  account_id = "111111111111"
  pod_identity = {
    cluster_name    = "dev-eks"
    region          = "eu-west-1"
    namespace       = "order-system"
    service_account = "order-printer"
  }
  tags = local.tags
}

module "on_ecs" {
  source = "../.."

  name       = "dev-order-api"
  account_id = "111111111111"
  tags       = local.tags
}
