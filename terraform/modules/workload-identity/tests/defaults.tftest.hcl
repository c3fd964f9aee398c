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

run "irsa_trusts_one_service_account" {
  command = plan

  variables {
    irsa = {
      oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      oidc_provider_url = "oidc.eks.eu-west-1.amazonaws.com/id/AAAA"
      namespace         = "order-system"
      service_account   = "order-mailer"
    }
  }

  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals == {
      "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud" = "sts.amazonaws.com"
      "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub" = "system:serviceaccount:order-system:order-mailer"
    }
    error_message = "the role must trust tokens of exactly one service account, meant for STS"
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Action == "sts:AssumeRoleWithWebIdentity" && length(aws_eks_pod_identity_association.this) == 0
    error_message = "IRSA needs no association"
  }

  assert {
    condition     = output.role_arn == "arn:aws:iam::111111111111:role/dev-order-mailer" && output.role_name == "dev-order-mailer"
    error_message = "others must find the role"
  }
}

run "pod_identity_trusts_one_service_account" {
  command = plan

  variables {
    pod_identity = {
      cluster_name    = "dev-eks"
      region          = "eu-west-1"
      namespace       = "order-system"
      service_account = "order-mailer"
    }
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "pods.eks.amazonaws.com"
    error_message = "the role must be usable by EKS Pod Identity alone"
  }

  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals == {
      "aws:RequestTag/eks-cluster-arn"            = "arn:aws:eks:eu-west-1:111111111111:cluster/dev-eks"
      "aws:RequestTag/kubernetes-namespace"       = "order-system"
      "aws:RequestTag/kubernetes-service-account" = "order-mailer"
    }
    error_message = "an association made elsewhere must not get the role"
  }

  assert {
    condition     = aws_eks_pod_identity_association.this[0].cluster_name == "dev-eks" && aws_eks_pod_identity_association.this[0].service_account == "order-mailer"
    error_message = "the service account must be associated"
  }
}

run "ecs_trusts_the_tasks_of_the_account" {
  command = plan

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "ecs-tasks.amazonaws.com"
    error_message = "without a cluster of Kubernetes the role is a task role"
  }

  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111111111111"
    error_message = "only tasks of this account may use the role"
  }
}

run "posture" {
  command = plan

  variables {
    permissions_boundary_arn = "arn:aws:iam::111111111111:policy/workloads"
  }

  assert {
    condition     = aws_iam_role.this.max_session_duration == 3600 && aws_iam_role.this.permissions_boundary == "arn:aws:iam::111111111111:policy/workloads"
    error_message = "sessions must be short and the boundary must hold"
  }

  assert {
    condition     = aws_iam_role.this.tags["owner"] == "orders" && aws_iam_role.this.tags["component"] == "order-mailer"
    error_message = "the role must say whose it is"
  }
}
