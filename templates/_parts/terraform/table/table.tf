module "table" {
  source = "${{ values.environment.terraformModules }}/dynamodb-table"

  name       = "${module.environment.name}-${local.service}"
  account_id = module.environment.account_id
  region     = module.environment.region
  protected  = module.environment.protected

  partition_key = ${{ values.spec.table.partitionKey | hcl }}
{% if values.spec.table.sortKey %}

  sort_key = ${{ values.spec.table.sortKey | hcl }}
{% endif %}
{% if values.spec.table.ttlAttribute %}

  ttl_attribute = ${{ values.spec.table.ttlAttribute | hcl }}
{% endif %}
{% if values.spec.table.indexes.length > 0 %}

  indexes = [
{% for index in values.spec.table.indexes %}
{% if index.sortKey %}
    { name = ${{ index.name | hcl }}, partition_key = ${{ index.partitionKey | hcl }}, sort_key = ${{ index.sortKey | hcl }} },
{% else %}
    { name = ${{ index.name | hcl }}, partition_key = ${{ index.partitionKey | hcl }} },
{% endif %}
{% endfor %}
  ]
{% endif %}

  reader_writer_role_names = [module.identity.role_name]

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "table_arn" {
  description = "ARN of the service's table."
  value       = module.table.arn
}
