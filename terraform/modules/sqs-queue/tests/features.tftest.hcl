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

run "fifo" {
  command = plan

  variables {
    fifo                        = true
    content_based_deduplication = true
  }

  assert {
    condition     = aws_sqs_queue.this.name == "dev-orders-created.fifo" && aws_sqs_queue.dlq.name == "dev-orders-created-dlq.fifo"
    error_message = "both names must end in .fifo"
  }

  assert {
    condition     = aws_sqs_queue.this.fifo_queue && aws_sqs_queue.dlq.fifo_queue && aws_sqs_queue.this.content_based_deduplication
    error_message = "the dead-letter queue of a FIFO queue must be FIFO too"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy).deadLetterTargetArn == "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created-dlq.fifo" && jsondecode(aws_sqs_queue_redrive_allow_policy.dlq.redrive_allow_policy).sourceQueueArns == ["arn:aws:sqs:eu-west-1:111111111111:dev-orders-created.fifo"]
    error_message = "both redrive policies must name the FIFO queues"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.oldest_message.dimensions["QueueName"] == "dev-orders-created.fifo"
    error_message = "the alarms must look at the FIFO queues"
  }
}

run "roles" {
  command = plan

  variables {
    consumer_role_names = ["dev-go-worker"]
    producer_role_names = ["dev-spring-api"]
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.consumer["dev-go-worker"].policy).Statement == [{
      Sid      = "ConsumeQueue"
      Effect   = "Allow"
      Action   = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
      Resource = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"
    }]
    error_message = "a consumer must be able to consume this queue, and no more"
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.producer["dev-spring-api"].policy).Statement == [{
      Sid      = "SendToQueue"
      Effect   = "Allow"
      Action   = ["sqs:GetQueueUrl", "sqs:SendMessage"]
      Resource = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"
    }]
    error_message = "a producer must be able to send to this queue, and no more"
  }
}

run "sources" {
  command = plan

  variables {
    allowed_sources = [
      { type = "topic", arn = "arn:aws:sns:eu-west-1:111111111111:dev-orders-events" },
      { type = "bus", arn = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events" },
      { type = "bus", arn = "arn:aws:events:eu-west-1:111111111111:event-bus/default" },
    ]
  }

  assert {
    condition = output.allowed_source_arns == [
      "arn:aws:sns:eu-west-1:111111111111:dev-orders-events",
      "arn:aws:events:eu-west-1:111111111111:rule/dev-acme-events/dev-orders-created",
      "arn:aws:events:eu-west-1:111111111111:rule/dev-orders-created",
    ]
    error_message = "each source must be one topic or one rule"
  }

  assert {
    condition = alltrue([
      for policy in [aws_sqs_queue_policy.this.policy, aws_sqs_queue_policy.dlq.policy] : alltrue([
        for statement in slice(jsondecode(policy).Statement, 1, 3) :
        statement.Action == "sqs:SendMessage" && length(statement.Condition.ArnEquals["aws:SourceArn"]) > 0
      ])
    ])
    error_message = "sources may only send, and only the named ones"
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_policy.dlq.policy).Statement[0].Effect == "Deny" && jsondecode(aws_sqs_queue_policy.dlq.policy).Statement[1].Resource == "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created-dlq"
    error_message = "the policy of the dead-letter queue must be about itself, and deny plain HTTP"
  }
}

run "own_key" {
  command = plan

  variables {
    kms_key_arn         = "arn:aws:kms:eu-west-1:111111111111:key/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
    consumer_role_names = ["dev-go-worker"]
  }

  assert {
    condition     = aws_sqs_queue.this.kms_master_key_id == var.kms_key_arn && aws_sqs_queue.dlq.kms_master_key_id == var.kms_key_arn
    error_message = "both queues must be encrypted with the key"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.consumer["dev-go-worker"].policy).Statement[1].Resource == var.kms_key_arn
    error_message = "a consumer must be able to decrypt with the key"
  }
}
