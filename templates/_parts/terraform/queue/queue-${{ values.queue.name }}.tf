module "queue_${{ values.queue.snake }}" {
  source = "${{ values.environment.terraformModules }}/sqs-queue"

  name       = "${module.environment.name}-${{ values.queue.name }}"
  account_id = module.environment.account_id
  region     = module.environment.region

{% if values.queue.fifo %}
  fifo                        = true
  content_based_deduplication = ${{ values.queue.contentBasedDeduplication | hcl }}

{% endif %}
  visibility_timeout_seconds = ${{ values.queue.visibilityTimeout | hcl }}
  max_receive_count          = ${{ values.queue.maxReceiveCount | hcl }}
  message_retention_seconds  = ${{ values.queue.retentionDays | hcl }} * 86400
  dlq_retention_seconds      = ${{ values.queue.dlqRetentionDays | hcl }} * 86400
  max_message_age_seconds    = ${{ values.queue.maxMessageAge | hcl }}

  consumer_role_names = [module.identity.role_name]
{% if not values.queue.fifo %}

  # A subscription is a file of its own, and lets its source in by being there.
  allowed_sources = concat(
    [for name, arn in module.environment.topics : { type = "topic", arn = arn } if fileexists("${path.module}/subscription-${{ values.queue.name }}--topic--${name}.tf")],
    [for name, arn in module.environment.event_buses : { type = "bus", arn = arn } if fileexists("${path.module}/subscription-${{ values.queue.name }}--bus--${name}.tf")],
  )
{% endif %}

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "queue_${{ values.queue.snake }}_arn" {
  description = "ARN of the queue ${{ values.queue.name }}."
  value       = module.queue_${{ values.queue.snake }}.arn
}

output "queue_${{ values.queue.snake }}_url" {
  description = "URL of the queue ${{ values.queue.name }}."
  value       = module.queue_${{ values.queue.snake }}.url
}
