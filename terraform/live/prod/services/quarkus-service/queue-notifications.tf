module "queue_notifications" {
  source = "../../../../modules/sqs-queue"

  name                       = "${module.environment.name}-notifications"
  account_id                 = module.environment.account_id
  region                     = module.environment.region
  visibility_timeout_seconds = 60
  max_receive_count          = 3
  alarm_topic_arns           = module.environment.alarm_topic_arns
  tags                       = local.tags
}

output "queue_notifications_arn" {
  description = "ARN of the queue notifications."
  value       = module.queue_notifications.arn
}

output "queue_notifications_url" {
  description = "URL of the queue notifications."
  value       = module.queue_notifications.url
}
