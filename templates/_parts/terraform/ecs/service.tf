# What changes from day to day is in config.yaml; what only Terraform knows is put together with it here.
locals {
  config = yamldecode(file("${path.module}/config.yaml"))
}

module "service" {
  source = "${{ values.environment.terraformModules }}/ecs-service"

  name           = "${module.environment.name}-${local.service}"
  account_id     = module.environment.account_id
  region         = module.environment.region
  cluster_name   = module.environment.ecs_cluster.name
  vpc_id         = module.environment.vpc_id
  subnet_ids     = module.environment.private_subnet_ids
  task_role_arn  = module.identity.role_arn
  image          = "${module.images.url}:${local.config.image_tag}"
  repository_arn = module.images.arn
  architecture   = local.config.architecture
  cpu            = local.config.cpu
  memory         = local.config.memory

  scale_by    = local.config.scaling.by
  min_tasks   = local.config.scaling.min
  max_tasks   = local.config.scaling.max
  queue_names = try(local.config.scaling.queues, [])

{% if values.has.postgres or values.has.redis %}
  environment = merge(local.config.environment, {
{% if values.has.postgres %}
    DATABASE_HOST = module.postgres.host
{% endif %}
{% if values.has.redis %}
    REDIS_HOST${{ '   ' if values.has.postgres else '' }} = module.redis.host
{% endif %}
  })
{% else %}
  environment = local.config.environment
{% endif %}
{% if values.has.postgres %}

  secrets = {
    DATABASE_USERNAME = { secret_arn = module.postgres.secret_arn, key = "username" }
    DATABASE_PASSWORD = { secret_arn = module.postgres.secret_arn, key = "password" }
  }
{% endif %}
{% if values.has.postgres and (values.spec.runtime == 'go' or values.spec.runtime == 'nestjs') %}

  # Run by the service's workflow before a rollout.
{% if values.spec.runtime == 'go' %}
  migration_command           = ["/service", "migrate"]
{% else %}
  migration_command           = ["npx", "prisma", "migrate", "deploy"]
{% endif %}
  migration_runner_role_names = [module.images.push_role_name]
{% endif %}
{% if values.spec.ingress != 'none' %}

  ingress = {
    hostname       = "${local.service}.${module.environment.domain}"
    hosted_zone_id = module.environment.hosted_zone_id
    load_balancer  = module.environment.load_balancers.${{ values.spec.ingress }}
  }
{% endif %}

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "service_name" {
  description = "Name of the ECS service."
  value       = module.service.service_name
}
{% if values.spec.ingress != 'none' %}

output "url" {
  description = "Where the service is reached."
  value       = module.service.url
}
{% endif %}
{% if values.has.postgres and (values.spec.runtime == 'go' or values.spec.runtime == 'nestjs') %}

output "migration" {
  description = "What `aws ecs run-task` needs for a migration."
  value       = module.service.migration
}
{% endif %}
