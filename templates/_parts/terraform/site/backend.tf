# State of its own for each service and environment: a mistake here can reach nothing else.
terraform {
  backend "s3" {
    bucket       = ${{ values.environment.stateBucket | hcl }}
    key          = "services/${{ values.spec.name }}/terraform.tfstate"
    region       = ${{ values.environment.region | hcl }}
    encrypt      = true
    use_lockfile = true
  }
}
