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

  name       = "dev-go-worker"
  account_id = "111111111111"
  region     = "eu-west-1"
  tags       = local.tags
}

module "all_inputs" {
  source = "../.."

  name                     = "dev-orders"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  partition_key            = "customerId"
  sort_key                 = "createdAt"
  key_types                = { createdAt = "N" }
  ttl_attribute            = "expiresAt"
  protected                = false
  kms_key_arn              = "arn:aws:kms:eu-west-1:111111111111:key/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  reader_writer_role_names = ["dev-go-worker"]
  alarm_topic_arns         = ["arn:aws:sns:eu-west-1:111111111111:alarms"]
  tags                     = local.tags

  indexes = [
    { name = "by-status", partition_key = "status", sort_key = "createdAt" },
    { name = "by-order", partition_key = "orderId" },
  ]
}
