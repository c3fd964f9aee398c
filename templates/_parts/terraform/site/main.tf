# ${{ values.spec.name }} in ${{ values.environment.name }}: files in S3 behind CloudFront.
locals {
  service = ${{ values.spec.name | hcl }}

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

module "site" {
  source = "${{ values.environment.terraformModules }}/static-site"

  name                     = "${module.environment.name}-${local.service}"
  account_id               = module.environment.account_id
  region                   = module.environment.region
  domain_name              = "${local.service}.${module.environment.domain}"
  hosted_zone_id           = module.environment.hosted_zone_id
  certificate_arn          = module.environment.cloudfront_certificate_arn
{% if values.spec.api %}
  api_domain_name          = "${{ values.spec.api }}.${module.environment.domain}"
{% endif %}
  github_repository        = ${{ values.service.slug | hcl }}
  github_oidc_provider_arn = module.environment.github_oidc_provider_arn
  protected                = module.environment.protected
  tags                     = local.tags
}
