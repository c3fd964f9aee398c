module "queue_order_mailer" {
  source = "../../../../modules/sqs-queue"

  name                       = "${module.environment.name}-order-mailer"
  account_id                 = module.environment.account_id
  region                     = module.environment.region
  visibility_timeout_seconds = 60
  max_receive_count          = 3
  alarm_topic_arns           = module.environment.alarm_topic_arns
  tags                       = local.tags
}

output "queue_order_mailer_arn" {
  description = "ARN of the queue order-mailer."
  value       = module.queue_order_mailer.arn
}

output "queue_order_mailer_url" {
  description = "URL of the queue order-mailer."
  value       = module.queue_order_mailer.url
}
