module "postgres" {
  source = "${{ values.environment.terraformModules }}/postgres"

  name                = "${module.environment.name}-${local.service}"
  vpc_id              = module.environment.vpc_id
  subnet_ids          = module.environment.database_subnet_ids
  high_availability   = module.environment.protected
  deletion_protection = module.environment.protected

{% if values.spec.platform == 'eks' %}
  # Pods share the security group of their node; the NetworkPolicy of each says which of them get this far.
  client_security_group_ids = { nodes = module.environment.eks_cluster.security_group_id }
{% else %}
  client_security_group_ids = { service = module.service.security_group_id }
{% endif %}

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "database_host" {
  description = "Host of the database, which the service is told as DATABASE_HOST."
  value       = module.postgres.host
}

output "database_secret_arn" {
  description = "Secret that RDS keeps the user and password in."
  value       = module.postgres.secret_arn
}
