mock_provider "aws" {}

variables {
  name       = "dev-order-mailer"
  account_id = "111111111111"
  tags = {
    component   = "order-mailer"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_wildcards_of_irsa" {
  command = plan

  variables {
    irsa = {
      oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      oidc_provider_url = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      namespace         = "*"
      service_account   = "*"
    }
  }

  expect_failures = [var.irsa]
}

run "refuses_an_issuer_with_a_scheme" {
  command = plan

  variables {
    irsa = {
      oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      oidc_provider_url = "https://oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      namespace         = "order-system"
      service_account   = "order-mailer"
    }
  }

  expect_failures = [var.irsa]
}

run "refuses_wildcards_of_pod_identity" {
  command = plan

  variables {
    pod_identity = {
      cluster_name    = "*"
      region          = "*"
      namespace       = "*"
      service_account = "*"
    }
  }

  expect_failures = [var.pod_identity]
}

run "refuses_two_ways_of_trust" {
  command = plan

  variables {
    irsa = {
      oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      oidc_provider_url = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      namespace         = "order-system"
      service_account   = "order-mailer"
    }
    pod_identity = {
      cluster_name    = "dev-eks"
      region          = "eu-west-1"
      namespace       = "order-system"
      service_account = "order-mailer"
    }
  }

  expect_failures = [var.pod_identity]
}

run "refuses_names_and_accounts_that_aws_would" {
  command = plan

  variables {
    name                     = "Dev Worker"
    account_id               = "dev"
    permissions_boundary_arn = "workloads"
  }

  expect_failures = [var.name, var.account_id, var.permissions_boundary_arn]
}
