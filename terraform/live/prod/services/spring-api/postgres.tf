module "postgres" {
  source = "../../../../modules/postgres"

  name                = "${module.environment.name}-${local.service}"
  vpc_id              = module.environment.vpc_id
  subnet_ids          = module.environment.database_subnet_ids
  high_availability   = module.environment.protected
  deletion_protection = module.environment.protected

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

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

output "database_host" {
  description = "Host of the database, which the service is told as DATABASE_HOST."
  value       = module.postgres.host
}

output "database_secret_arn" {
  description = "Secret that RDS keeps the user and password in."
  value       = module.postgres.secret_arn
}
