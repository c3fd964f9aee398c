module "queue_${{ values.queue.name | replace('-', '_') }}" {
  source = "${{ values.environment.terraformModules }}/sqs-queue"

  name                       = "${module.environment.name}-${{ values.queue.name }}"
  account_id                 = module.environment.account_id
  region                     = module.environment.region
  visibility_timeout_seconds = ${{ values.queue.visibilityTimeout | hcl }}
  max_receive_count          = ${{ values.queue.maxReceiveCount | hcl }}
  alarm_topic_arns           = module.environment.alarm_topic_arns
  tags                       = local.tags
}

output "queue_${{ values.queue.name | replace('-', '_') }}_arn" {
  description = "ARN of the queue ${{ values.queue.name }}."
  value       = module.queue_${{ values.queue.name | replace('-', '_') }}.arn
}

output "queue_${{ values.queue.name | replace('-', '_') }}_url" {
  description = "URL of the queue ${{ values.queue.name }}."
  value       = module.queue_${{ values.queue.name | replace('-', '_') }}.url
}
