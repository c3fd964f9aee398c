resource "aws_sqs_queue" "dlq" {
  name                    = "corpus-orders-dlq"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "renamed" {
  name                      = "corpus-purchases"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 345600
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dlq.arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "weakened" {
  name                      = "corpus-mails"
  sqs_managed_sse_enabled   = false
  message_retention_seconds = 3600
}

resource "aws_dynamodb_table" "rekeyed" {
  name         = "corpus-items"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "key"
  attribute {
    name = "key"
    type = "S"
  }
  server_side_encryption {
    enabled = true
  }
}

resource "aws_dynamodb_table" "unprotected" {
  name                        = "corpus-carts"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_log_group" "shorter" {
  name              = "/corpus/app"
  retention_in_days = 14
}

resource "aws_ecs_cluster" "main" {
  name = "corpus"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
