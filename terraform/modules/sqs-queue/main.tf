locals {
  suffix     = var.fifo ? ".fifo" : ""
  queue_name = "${var.name}${local.suffix}"
  dlq_name   = "${var.name}-dlq${local.suffix}"

  # Built from known facts instead of read from the resources, so that a reviewer sees in the plan
  # what each policy names; `depends_on` keeps the order that references would have given.
  arn     = "arn:aws:sqs:${var.region}:${var.account_id}:${local.queue_name}"
  dlq_arn = "arn:aws:sqs:${var.region}:${var.account_id}:${local.dlq_name}"

  # SQS's own key unless one is given: never none.
  sqs_managed_sse = var.kms_key_arn == null ? true : null
}

resource "aws_sqs_queue" "dlq" {
  name                      = local.dlq_name
  fifo_queue                = var.fifo
  message_retention_seconds = var.dlq_retention_seconds
  sqs_managed_sse_enabled   = local.sqs_managed_sse
  kms_master_key_id         = var.kms_key_arn
  tags                      = var.tags
}

resource "aws_sqs_queue" "this" {
  name                        = local.queue_name
  fifo_queue                  = var.fifo
  content_based_deduplication = var.fifo ? var.content_based_deduplication : null
  visibility_timeout_seconds  = var.visibility_timeout_seconds
  message_retention_seconds   = var.message_retention_seconds
  receive_wait_time_seconds   = 20
  sqs_managed_sse_enabled     = local.sqs_managed_sse
  kms_master_key_id           = var.kms_key_arn
  tags                        = var.tags

  redrive_policy = jsonencode({
    deadLetterTargetArn = local.dlq_arn
    maxReceiveCount     = var.max_receive_count
  })

  depends_on = [aws_sqs_queue.dlq]
}
