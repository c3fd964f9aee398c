# quarkus-service in dev. Every feature is a file of its own, which brings the rights that it needs.
locals {
  service = "quarkus-service"

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
