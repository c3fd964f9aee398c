locals {
  service   = "order-mailer"
  namespace = "order-system"

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

  name               = "${module.environment.name}-${local.service}"
  account_id         = module.environment.account_id
  oidc_provider_arn  = module.environment.oidc_provider_arn
  oidc_provider_url  = module.environment.oidc_provider_url
  namespace          = local.namespace
  service_account    = local.service
  consume_queue_arns = [module.queue_order_mailer.arn]
  tags               = local.tags
}
