module "queue_notifications" {
  source = "../../../../modules/sqs-queue"

  name       = "${module.environment.name}-notifications"
  account_id = module.environment.account_id
  region     = module.environment.region

  visibility_timeout_seconds = 60
  max_receive_count          = 3
  message_retention_seconds  = 4 * 86400
  dlq_retention_seconds      = 14 * 86400
  max_message_age_seconds    = 900

  consumer_role_names = [module.identity.role_name]

  # A subscription is a file of its own, and lets its source in by being there.
  allowed_sources = concat(
    [for name, arn in module.environment.topics : { type = "topic", arn = arn } if fileexists("${path.module}/subscription-notifications--topic--${name}.tf")],
    [for name, arn in module.environment.event_buses : { type = "bus", arn = arn } if fileexists("${path.module}/subscription-notifications--bus--${name}.tf")],
  )

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "queue_notifications_arn" {
  description = "ARN of the queue notifications."
  value       = module.queue_notifications.arn
}

output "queue_notifications_url" {
  description = "URL of the queue notifications."
  value       = module.queue_notifications.url
}
