module "redis" {
  source = "${{ values.environment.terraformModules }}/redis"

  name              = "${module.environment.name}-${local.service}"
  vpc_id            = module.environment.vpc_id
  subnet_ids        = module.environment.database_subnet_ids
  high_availability = module.environment.protected
{% if values.spec.platform == 'eks' %}

  # Pods share the security group of their node; the NetworkPolicy of each says which of them get this far.
  client_security_group_ids = { nodes = module.environment.eks_cluster.security_group_id }
{% endif %}

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

{% if values.spec.platform == 'ecs' %}
# Here instead of in the modules: the service waits for the host, so that this must not wait for the service.
resource "aws_vpc_security_group_ingress_rule" "redis" {
  security_group_id            = module.redis.security_group_id
  description                  = "Tasks of ${local.service}"
  referenced_security_group_id = module.service.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = module.redis.port
  to_port                      = module.redis.port
  tags                         = local.tags
}

resource "aws_vpc_security_group_egress_rule" "redis" {
  security_group_id            = module.service.security_group_id
  description                  = "Cache of ${local.service}"
  referenced_security_group_id = module.redis.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = module.redis.port
  to_port                      = module.redis.port
  tags                         = local.tags
}

{% endif %}
output "redis_host" {
  description = "Host of the cache, which the service is told as REDIS_HOST."
  value       = module.redis.host
}
