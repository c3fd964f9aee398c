locals {
  service = "spring-api"

  # The queue belongs to go-worker, in a state of its own: named by its ARN, so that the roots stay apart.
  orders_created_arn = "arn:aws:sqs:${module.environment.region}:${module.environment.account_id}:${module.environment.name}-orders-created"

  tags = {
    component   = local.service
    owner       = "orders"
    system      = "order-system"
    environment = module.environment.name
  }
}

module "environment" {
  source = "../../environment"
}

module "identity" {
  source = "../../../../modules/service-identity"

  name            = "${module.environment.name}-${local.service}"
  account_id      = module.environment.account_id
  send_queue_arns = [local.orders_created_arn]
  tags            = local.tags
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ecs/${module.environment.name}/${local.service}"
  retention_in_days = 30
  tags              = local.tags
}
