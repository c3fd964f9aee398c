# The name of this file is what lets events into the queue: see allowed_sources in queue-${{ values.subscription.queue.name }}.tf.
module "subscription_${{ values.subscription.queue.snake }}_${{ values.subscription.source }}_${{ values.subscription.snake }}" {
  source = "${{ values.environment.terraformModules }}/event-fanout"

  type                = "${{ values.subscription.source }}"
{% if values.subscription.source == "topic" %}
  source_arn          = module.environment.topics["${{ values.subscription.name }}"]
{% else %}
  source_arn          = module.environment.event_buses["${{ values.subscription.name }}"]
{% endif %}
  queue_arn           = module.queue_${{ values.subscription.queue.snake }}.arn
  dlq_arn             = module.queue_${{ values.subscription.queue.snake }}.dlq_arn
  allowed_source_arns = module.queue_${{ values.subscription.queue.snake }}.allowed_source_arns
  event_types         = ${{ values.subscription.eventTypes | hcl }}
  tags                = local.tags
}
