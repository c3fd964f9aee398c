module "images" {
  source = "${{ values.environment.terraformModules }}/ecr-repository"

  name                     = local.service
  account_id               = module.environment.account_id
  region                   = module.environment.region
  github_repository        = ${{ values.service.slug | hcl }}
  github_oidc_provider_arn = module.environment.github_oidc_provider_arn
  tags                     = local.tags
}
