module "images" {
  source = "../../../../modules/ecr-repository"

  name                     = local.service
  account_id               = module.environment.account_id
  region                   = module.environment.region
  github_repository        = "acme/quarkus-service"
  github_oidc_provider_arn = module.environment.github_oidc_provider_arn
  tags                     = local.tags
}
