locals {
  # One service account of one namespace, no wildcard:
  # https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  irsa_trust = var.irsa == null ? "" : jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OneServiceAccount"
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.irsa.oidc_provider_arn }
      Condition = {
        StringEquals = {
          "${var.irsa.oidc_provider_url}:aud" = "sts.amazonaws.com"
          "${var.irsa.oidc_provider_url}:sub" = "system:serviceaccount:${var.irsa.namespace}:${var.irsa.service_account}"
        }
      }
    }]
  })

  # EKS tags each session with where the pod runs, and a role may insist on it, so that an association
  # made elsewhere with this role is of no use:
  # https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
  pod_identity_trust = var.pod_identity == null ? "" : jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OneServiceAccount"
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { Service = "pods.eks.amazonaws.com" }
      Condition = {
        StringEquals = {
          "aws:RequestTag/eks-cluster-arn"            = "arn:aws:eks:${var.pod_identity.region}:${var.account_id}:cluster/${var.pod_identity.cluster_name}"
          "aws:RequestTag/kubernetes-namespace"       = var.pod_identity.namespace
          "aws:RequestTag/kubernetes-service-account" = var.pod_identity.service_account
        }
      }
    }]
  })

  # The account condition is AWS's guard against the confused deputy:
  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
  ecs_trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TasksOfThisAccount"
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })

  eks_trust = var.irsa == null ? local.pod_identity_trust : local.irsa_trust
}

resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "What ${var.tags.component} may do in ${var.tags.environment}."
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy   = local.eks_trust == "" ? local.ecs_trust : local.eks_trust
  tags                 = var.tags
}

resource "aws_eks_pod_identity_association" "this" {
  count = var.pod_identity == null ? 0 : 1

  cluster_name    = var.pod_identity.cluster_name
  namespace       = var.pod_identity.namespace
  service_account = var.pod_identity.service_account
  role_arn        = aws_iam_role.this.arn
  tags            = var.tags
}
