resource "aws_iam_role_policy" "sends" {
  name = "send-to-queues-of-others"
  role = module.identity.role_name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "SendToQueues"
      Effect = "Allow"
      Action = ["sqs:GetQueueUrl", "sqs:SendMessage"]
      Resource = [
        "arn:aws:sqs:${module.environment.region}:${module.environment.account_id}:${module.environment.name}-orders-created",
      ]
    }]
  })
}
