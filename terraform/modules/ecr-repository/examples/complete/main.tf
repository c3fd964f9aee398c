provider "aws" {
  region = "eu-west-1"
}

module "defaults" {
  source = "../.."

  name                     = "order-mailer"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  github_repository        = "acme/order-mailer"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"

  tags = {
    component   = "order-mailer"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

module "all_inputs" {
  source = "../.."

  name                     = "order-api"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  github_repository        = "acme/order-api"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
  kms_key_arn              = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  kept_images              = 200

  tags = {
    component   = "order-api"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}
