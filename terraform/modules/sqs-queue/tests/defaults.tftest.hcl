mock_provider "aws" {}

variables {
  name       = "dev-orders-created"
  account_id = "111111111111"
  region     = "eu-west-1"
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_sqs_queue.this.name == "dev-orders-created" && aws_sqs_queue.dlq.name == "dev-orders-created-dlq"
    error_message = "the dead-letter queue must be named after its queue"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).deadLetterTargetArn == "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created-dlq"
    error_message = "the redrive policy must name the dead-letter queue"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).maxReceiveCount == 3
    error_message = "a message must be tried three times"
  }

  assert {
    condition     = aws_sqs_queue.dlq.tags["owner"] == "orders" && aws_sqs_queue.this.tags["component"] == "go-worker"
    error_message = "both queues must say whose they are"
  }
}

run "posture" {
  command = plan

  assert {
    condition     = aws_sqs_queue.this.sqs_managed_sse_enabled && aws_sqs_queue.dlq.sqs_managed_sse_enabled
    error_message = "both queues must be encrypted"
  }

  assert {
    condition     = aws_sqs_queue.dlq.message_retention_seconds > aws_sqs_queue.this.message_retention_seconds
    error_message = "a dead letter must outlive the retention of its queue"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_policy.this.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "plain HTTP must be denied"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_redrive_allow_policy.dlq.redrive_allow_policy).sourceQueueArns == ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"]
    error_message = "only the queue itself may use its dead-letter queue"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.dlq_not_empty.threshold == 0 && aws_cloudwatch_metric_alarm.dlq_not_empty.dimensions["QueueName"] == "dev-orders-created-dlq"
    error_message = "one dead letter must raise the alarm"
  }
}

run "overrides" {
  command = plan

  variables {
    max_receive_count          = 5
    visibility_timeout_seconds = 300
    max_message_age_seconds    = 120
    alarm_topic_arns           = ["arn:aws:sns:eu-west-1:111111111111:alarms"]
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).maxReceiveCount == 5 && aws_sqs_queue.this.visibility_timeout_seconds == 300
    error_message = "inputs must reach the queue"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.oldest_message.threshold == 120 && aws_cloudwatch_metric_alarm.oldest_message.alarm_actions == toset(["arn:aws:sns:eu-west-1:111111111111:alarms"])
    error_message = "inputs must reach the alarms"
  }
}
