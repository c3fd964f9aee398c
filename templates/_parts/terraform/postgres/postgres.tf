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
{% endif %}

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

{% if values.spec.platform == 'ecs' %}
# Here instead of in the modules: the service waits for the host, so that this must not wait for the service.
resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = module.postgres.security_group_id
  description                  = "Tasks of ${local.service}"
  referenced_security_group_id = module.service.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = module.postgres.port
  to_port                      = module.postgres.port
  tags                         = local.tags
}

resource "aws_vpc_security_group_egress_rule" "database" {
  security_group_id            = module.service.security_group_id
  description                  = "Database of ${local.service}"
  referenced_security_group_id = module.postgres.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = module.postgres.port
  to_port                      = module.postgres.port
  tags                         = local.tags
}

{% endif %}
output "database_host" {
  description = "Host of the database, which the service is told as DATABASE_HOST."
  value       = module.postgres.host
}

output "database_secret_arn" {
  description = "Secret that RDS keeps the user and password in."
  value       = module.postgres.secret_arn
}
