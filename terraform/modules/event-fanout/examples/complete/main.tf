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
  topic = "arn:aws:sns:eu-west-1:111111111111:dev-orders-events"
  bus   = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events"
}

module "queue" {
  source = "../../../sqs-queue"

  name       = "dev-orders-created"
  account_id = "111111111111"
  region     = "eu-west-1"
  tags       = local.tags

  allowed_sources = [
    { type = "topic", arn = local.topic },
    { type = "bus", arn = local.bus },
  ]
}

module "from_topic" {
  source = "../.."

  type                = "topic"
  source_arn          = local.topic
  queue_arn           = module.queue.arn
  dlq_arn             = module.queue.dlq_arn
  allowed_source_arns = module.queue.allowed_source_arns
  event_types         = ["OrderCreated"]
  tags                = local.tags
}

module "from_bus" {
  source = "../.."

  type                = "bus"
  source_arn          = local.bus
  queue_arn           = module.queue.arn
  dlq_arn             = module.queue.dlq_arn
  allowed_source_arns = module.queue.allowed_source_arns
  tags                = local.tags
}
