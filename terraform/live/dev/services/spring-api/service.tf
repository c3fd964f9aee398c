# What changes from day to day is in config.yaml; what only Terraform knows is put together with it here.
locals {
  config = yamldecode(file("${path.module}/config.yaml"))
}

module "service" {
  source = "../../../../modules/ecs-service"

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

  environment = merge(local.config.environment, {
    DATABASE_HOST = module.postgres.host
  })

  secrets = {
    DATABASE_USERNAME = { secret_arn = module.postgres.secret_arn, key = "username" }
    DATABASE_PASSWORD = { secret_arn = module.postgres.secret_arn, key = "password" }
  }

  ingress = {
    hostname       = "${local.service}.${module.environment.domain}"
    hosted_zone_id = module.environment.hosted_zone_id
    load_balancer  = module.environment.load_balancers.public
  }

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}

output "service_name" {
  description = "Name of the ECS service."
  value       = module.service.service_name
}

output "url" {
  description = "Where the service is reached."
  value       = module.service.url
}
