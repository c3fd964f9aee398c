provider "aws" {
  region = "eu-west-1"
}

locals {
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

module "on_eks" {
  source = "../.."

  name               = "dev-go-worker"
  account_id         = "111111111111"
  oidc_provider_arn  = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
  oidc_provider_url  = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
  namespace          = "order-system"
  service_account    = "go-worker"
  consume_queue_arns = ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
  tags               = local.tags
}

module "on_ecs" {
  source = "../.."

  name            = "dev-spring-api"
  account_id      = "111111111111"
  send_queue_arns = ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
  tags            = local.tags
}
