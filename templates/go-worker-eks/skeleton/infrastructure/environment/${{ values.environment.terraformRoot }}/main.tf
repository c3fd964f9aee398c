locals {
  service   = ${{ values.name | hcl }}
  namespace = ${{ values.namespace | hcl }}

  tags = {
    component   = local.service
    owner       = ${{ values.ownerName | hcl }}
    system      = ${{ values.systemName | hcl }}
    environment = module.environment.name
  }
}

module "environment" {
  source = ${{ values.environment.environmentModule | hcl }}
}

module "identity" {
  source = "${{ values.environment.terraformModules }}/service-identity"

  name               = "${module.environment.name}-${local.service}"
  account_id         = module.environment.account_id
  oidc_provider_arn  = module.environment.oidc_provider_arn
  oidc_provider_url  = module.environment.oidc_provider_url
  namespace          = local.namespace
  service_account    = local.service
  consume_queue_arns = [module.queue_${{ values.queue.name | replace('-', '_') }}.arn]
  tags               = local.tags
}
