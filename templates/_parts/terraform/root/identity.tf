# The role that the code runs with. It can do nothing by itself: features attach what they need.
module "identity" {
  source = "${{ values.environment.terraformModules }}/workload-identity"

  name       = "${module.environment.name}-${local.service}"
  account_id = module.environment.account_id
{% if values.spec.platform == 'eks' %}
  irsa = {
    oidc_provider_arn = module.environment.eks_cluster.oidc_provider_arn
    oidc_provider_url = module.environment.eks_cluster.oidc_provider_url
    namespace         = ${{ values.namespace | hcl }}
    service_account   = local.service
  }
  tags = local.tags
{% else %}
  tags       = local.tags
{% endif %}
}
