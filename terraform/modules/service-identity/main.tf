locals {
  on_eks = var.oidc_provider_arn != ""

  # IRSA, https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html: one
  # service account of one namespace, no wildcard.
  eks_trust = {
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = var.oidc_provider_arn }
    Condition = {
      StringEquals = {
        "${var.oidc_provider_url}:aud" = "sts.amazonaws.com"
        "${var.oidc_provider_url}:sub" = "system:serviceaccount:${var.namespace}:${var.service_account}"
      }
    }
  }

  # The account condition is AWS's guard against the confused deputy,
  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
  ecs_trust = {
    Effect    = "Allow"
    Action    = "sts:AssumeRole"
    Principal = { Service = "ecs-tasks.amazonaws.com" }
    Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
  }

  eks_trust_json = jsonencode({ Version = "2012-10-17", Statement = [local.eks_trust] })
  ecs_trust_json = jsonencode({ Version = "2012-10-17", Statement = [local.ecs_trust] })
}

resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "What ${var.tags.component} may do in ${var.tags.environment}."
  max_session_duration = 3600
  assume_role_policy   = local.on_eks ? local.eks_trust_json : local.ecs_trust_json
  tags                 = var.tags
}

resource "aws_iam_role_policy" "consume" {
  count = length(var.consume_queue_arns) > 0 ? 1 : 0

  name = "consume-queues"
  role = aws_iam_role.this.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "ConsumeQueues"
      Effect = "Allow"
      Action = [
        "sqs:ChangeMessageVisibility",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:GetQueueUrl",
        "sqs:ReceiveMessage",
      ]
      Resource = var.consume_queue_arns
    }]
  })
}

resource "aws_iam_role_policy" "send" {
  count = length(var.send_queue_arns) > 0 ? 1 : 0

  name = "send-to-queues"
  role = aws_iam_role.this.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "SendToQueues"
      Effect   = "Allow"
      Action   = ["sqs:GetQueueUrl", "sqs:SendMessage"]
      Resource = var.send_queue_arns
    }]
  })
}
