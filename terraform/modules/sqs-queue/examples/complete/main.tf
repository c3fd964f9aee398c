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
  dlq_retention_seconds      = 604800
  max_message_age_seconds    = 120
  consumer_role_names        = ["dev-notifier"]
  producer_role_names        = ["dev-order-mailer"]
  kms_key_arn                = "arn:aws:kms:eu-west-1:111111111111:key/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  alarm_topic_arns           = ["arn:aws:sns:eu-west-1:111111111111:alarms"]
  tags                       = local.tags

  allowed_sources = [
    { type = "topic", arn = "arn:aws:sns:eu-west-1:111111111111:dev-orders-events" },
    { type = "bus", arn = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events" },
  ]
}

module "fifo" {
  source = "../.."

  name                        = "dev-payments"
  account_id                  = "111111111111"
  region                      = "eu-west-1"
  fifo                        = true
  content_based_deduplication = true
  tags                        = local.tags
}
