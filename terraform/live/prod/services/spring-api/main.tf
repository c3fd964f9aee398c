# spring-api in prod. Every feature is a file of its own, which brings the rights that it needs.
locals {
  service = "spring-api"

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
