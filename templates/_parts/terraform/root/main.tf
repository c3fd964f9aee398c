# ${{ values.spec.name }} in ${{ values.environment.name }}. Every feature is a file of its own, which brings the rights that it needs.
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
