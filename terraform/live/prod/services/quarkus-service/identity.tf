# The role that the code runs with. It can do nothing by itself: features attach what they need.
module "identity" {
  source = "../../../../modules/workload-identity"

  name       = "${module.environment.name}-${local.service}"
  account_id = module.environment.account_id
  irsa = {
    oidc_provider_arn = module.environment.eks_cluster.oidc_provider_arn
    oidc_provider_url = module.environment.eks_cluster.oidc_provider_url
    namespace         = "order-system"
    service_account   = local.service
  }
  tags = local.tags
}
