locals {
  dlq_name = "${var.name}-dlq"

  # Built from known facts instead of read from the resources, so that a reviewer sees in the plan
  # what each policy names; `depends_on` keeps the order that references would have given.
  arn     = "arn:aws:sqs:${var.region}:${var.account_id}:${var.name}"
  dlq_arn = "arn:aws:sqs:${var.region}:${var.account_id}:${local.dlq_name}"

  # A message keeps its first enqueue time when it moves to the DLQ, so the DLQ holds the longest SQS
  # allows and the queue less than that: a dead letter can never expire on arrival.
  dlq_retention_seconds = 1209600
}

resource "aws_sqs_queue" "dlq" {
  name                      = local.dlq_name
  message_retention_seconds = local.dlq_retention_seconds
  sqs_managed_sse_enabled   = true
  tags                      = var.tags
}

resource "aws_sqs_queue" "this" {
  name                       = var.name
  visibility_timeout_seconds = var.visibility_timeout_seconds
  message_retention_seconds  = var.message_retention_seconds
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  tags                       = var.tags

  redrive_policy = jsonencode({
    deadLetterTargetArn = local.dlq_arn
    maxReceiveCount     = var.max_receive_count
  })

  depends_on = [aws_sqs_queue.dlq]
}

resource "aws_sqs_queue_redrive_allow_policy" "dlq" {
  queue_url = aws_sqs_queue.dlq.url

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [local.arn]
  })
}
