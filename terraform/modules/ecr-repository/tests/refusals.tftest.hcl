mock_provider "aws" {}

variables {
  name                     = "order-mailer"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  github_repository        = "acme/order-mailer"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
  tags = {
    component   = "order-mailer"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_names_that_aws_would" {
  command = plan

  variables {
    name       = "Order Mailer"
    account_id = "dev"
    region     = "Ireland"
  }

  expect_failures = [var.name, var.account_id, var.region]
}

run "refuses_whoever_else_would_push" {
  command = plan

  variables {
    github_repository        = "acme/*"
    github_oidc_provider_arn = "*"
  }

  expect_failures = [var.github_repository, var.github_oidc_provider_arn]
}

run "refuses_to_keep_too_few_images" {
  command = plan

  variables {
    kept_images = 1
    kms_key_arn = "alias/aws/ecr"
  }

  expect_failures = [var.kept_images, var.kms_key_arn]
}
