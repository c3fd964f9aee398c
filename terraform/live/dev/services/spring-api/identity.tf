# The role that the code runs with. It can do nothing by itself: features attach what they need.
module "identity" {
  source = "../../../../modules/workload-identity"

  name       = "${module.environment.name}-${local.service}"
  account_id = module.environment.account_id
  tags       = local.tags
}
