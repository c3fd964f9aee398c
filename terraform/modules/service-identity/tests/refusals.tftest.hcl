mock_provider "aws" {}

variables {
  name              = "dev-go-worker"
  account_id        = "111111111111"
  oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
  oidc_provider_url = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
  namespace         = "order-system"
  service_account   = "go-worker"
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_wildcards" {
  command = plan

  variables {
    namespace          = "*"
    service_account    = "*"
    consume_queue_arns = ["*"]
    send_queue_arns    = ["arn:aws:sqs:eu-west-1:111111111111:*"]
  }

  expect_failures = [
    var.namespace,
    var.service_account,
    var.consume_queue_arns,
    var.send_queue_arns,
  ]
}

run "refuses_half_a_provider" {
  command = plan

  variables {
    oidc_provider_url = ""
  }

  expect_failures = [var.oidc_provider_url]
}

run "refuses_an_issuer_with_a_scheme" {
  command = plan

  variables {
    oidc_provider_url = "https://oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
  }

  expect_failures = [var.oidc_provider_url]
}

run "refuses_names_and_accounts_that_aws_would" {
  command = plan

  variables {
    name       = "Dev Worker"
    account_id = "dev"
  }

  expect_failures = [var.name, var.account_id]
}
