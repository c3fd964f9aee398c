locals {
  consume_actions = [
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:ReceiveMessage",
  ]
  produce_actions = ["sqs:GetQueueUrl", "sqs:SendMessage"]

  # What a consumer and a producer need of the key,
  # https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
  consume_key = var.kms_key_arn == null ? [] : [{
    Sid      = "DecryptMessages"
    Effect   = "Allow"
    Action   = ["kms:Decrypt"]
    Resource = var.kms_key_arn
  }]
  produce_key = var.kms_key_arn == null ? [] : [{
    Sid      = "EncryptMessages"
    Effect   = "Allow"
    Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
    Resource = var.kms_key_arn
  }]
}

resource "aws_iam_role_policy" "consumer" {
  for_each = toset(var.consumer_role_names)

  name = "consume-${local.queue_name}"
  role = each.value

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([{
      Sid      = "ConsumeQueue"
      Effect   = "Allow"
      Action   = local.consume_actions
      Resource = local.arn
    }], local.consume_key)
  })
}

resource "aws_iam_role_policy" "producer" {
  for_each = toset(var.producer_role_names)

  name = "send-to-${local.queue_name}"
  role = each.value

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([{
      Sid      = "SendToQueue"
      Effect   = "Allow"
      Action   = local.produce_actions
      Resource = local.arn
    }], local.produce_key)
  })
}
