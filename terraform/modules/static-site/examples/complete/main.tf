provider "aws" {
  region = "eu-west-1"
}

locals {
  tags = {
    component   = "shop"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
  certificate = "arn:aws:acm:us-east-1:111111111111:certificate/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  github      = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
}

module "defaults" {
  source = "../.."

  name                     = "dev-shop"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  domain_name              = "shop.dev.acme.example"
  hosted_zone_id           = "Z0D1E78ABCDEFGHIJ1KLM"
  certificate_arn          = local.certificate
  github_repository        = "acme/shop"
  github_oidc_provider_arn = local.github
  tags                     = local.tags
}

module "all_inputs" {
  source = "../.."

  name                     = "dev-admin"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  domain_name              = "admin.dev.acme.example"
  hosted_zone_id           = "Z0D1E78ABCDEFGHIJ1KLM"
  certificate_arn          = local.certificate
  api_domain_name          = "orders.dev.acme.example"
  content_security_policy  = "default-src 'self'; img-src 'self' https://images.acme.example"
  github_repository        = "acme/admin"
  github_oidc_provider_arn = local.github
  web_acl_arn              = "arn:aws:wafv2:us-east-1:111111111111:global/webacl/sites/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  access_log_bucket        = "acme-logs.s3.amazonaws.com"
  protected                = false
  tags                     = merge(local.tags, { component = "admin" })
}
