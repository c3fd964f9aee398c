mock_provider "aws" {}

variables {
  name                     = "dev-shop"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  domain_name              = "shop.dev.acme.example"
  hosted_zone_id           = "Z0D1E78ABCDEFGHIJ1KLM"
  certificate_arn          = "arn:aws:acm:us-east-1:111111111111:certificate/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  github_repository        = "acme/shop"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
  tags = {
    component   = "shop"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_a_certificate_that_cloudfront_cannot_use" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:111111111111:certificate/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  }

  expect_failures = [var.certificate_arn]
}

run "refuses_inline_scripts" {
  command = plan

  variables {
    content_security_policy = "default-src 'self'; script-src 'self' 'unsafe-inline'"
  }

  expect_failures = [var.content_security_policy]
}

run "refuses_a_policy_that_allows_everything_else" {
  command = plan

  variables {
    content_security_policy = "script-src 'self'"
  }

  expect_failures = [var.content_security_policy]
}

run "refuses_every_repository" {
  command = plan

  variables {
    github_repository = "acme/*"
  }

  expect_failures = [var.github_repository]
}

run "refuses_itself_as_the_api" {
  command = plan

  variables {
    api_domain_name = "shop.dev.acme.example"
  }

  expect_failures = [var.api_domain_name]
}

run "refuses_wrong_names" {
  command = plan

  variables {
    name              = "Shop!"
    account_id        = "dev"
    region            = "Ireland"
    domain_name       = "https://shop"
    web_acl_arn       = "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/sites/1"
    access_log_bucket = "acme-logs"
  }

  expect_failures = [var.name, var.account_id, var.region, var.domain_name, var.web_acl_arn, var.access_log_bucket]
}
