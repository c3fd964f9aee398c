mock_provider "aws" {}

variables {
  name       = "dev-go-worker"
  account_id = "111111111111"
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "on_eks_trusts_one_service_account" {
  command = plan

  variables {
    oidc_provider_arn  = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
    oidc_provider_url  = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
    namespace          = "order-system"
    service_account    = "go-worker"
    consume_queue_arns = ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub"] == "system:serviceaccount:order-system:go-worker"
    error_message = "the role must trust exactly one service account"
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud"] == "sts.amazonaws.com"
    error_message = "the token must be meant for STS"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.consume[0].policy).Statement[0].Resource == ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
    error_message = "the policy must name the queue and nothing else"
  }

  assert {
    condition     = !contains(jsondecode(aws_iam_role_policy.consume[0].policy).Statement[0].Action, "sqs:PurgeQueue") && length(aws_iam_role_policy.send) == 0
    error_message = "a consumer must not be able to purge or send"
  }
}

run "on_ecs_trusts_the_tasks_of_the_account" {
  command = plan

  variables {
    send_queue_arns = ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "ecs-tasks.amazonaws.com"
    error_message = "without an OIDC provider the role is a task role"
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111111111111"
    error_message = "only tasks of this account may use the role"
  }

  assert {
    condition     = length(aws_iam_role_policy.consume) == 0 && length(aws_iam_role_policy.send) == 1
    error_message = "a producer must not be able to consume"
  }
}
