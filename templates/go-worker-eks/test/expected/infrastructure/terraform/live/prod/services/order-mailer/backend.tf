# State of its own for each service and environment: a mistake here can reach nothing else.
terraform {
  backend "s3" {
    bucket       = "acme-terraform-state-prod"
    key          = "services/order-mailer/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
