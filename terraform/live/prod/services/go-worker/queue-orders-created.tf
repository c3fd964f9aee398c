module "queue_orders_created" {
  source = "../../../../modules/sqs-queue"

  name                       = "${module.environment.name}-orders-created"
  account_id                 = module.environment.account_id
  region                     = module.environment.region
  visibility_timeout_seconds = 60
  max_receive_count          = 3
  alarm_topic_arns           = module.environment.alarm_topic_arns
  tags                       = local.tags
}

output "queue_orders_created_arn" {
  description = "ARN of the queue orders-created."
  value       = module.queue_orders_created.arn
}

output "queue_orders_created_url" {
  description = "URL of the queue orders-created."
  value       = module.queue_orders_created.url
}
