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

module "defaults" {
  source = "../.."

  name       = "dev-orders-created"
  account_id = "111111111111"
  region     = "eu-west-1"
  tags       = local.tags
}

module "all_inputs" {
  source = "../.."

  name                       = "dev-notifications"
  account_id                 = "111111111111"
  region                     = "eu-west-1"
  visibility_timeout_seconds = 300
  max_receive_count          = 5
  message_retention_seconds  = 86400
  max_message_age_seconds    = 120
  alarm_topic_arns           = ["arn:aws:sns:eu-west-1:111111111111:alarms"]
  tags                       = local.tags
}
