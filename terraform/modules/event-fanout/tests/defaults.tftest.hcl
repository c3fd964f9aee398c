mock_provider "aws" {}

variables {
  type                = "topic"
  source_arn          = "arn:aws:sns:eu-west-1:111111111111:dev-orders-events"
  queue_arn           = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"
  dlq_arn             = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created-dlq"
  allowed_source_arns = ["arn:aws:sns:eu-west-1:111111111111:dev-orders-events"]
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "topic" {
  command = plan

  assert {
    condition     = aws_sns_topic_subscription.this[0].raw_message_delivery && aws_sns_topic_subscription.this[0].protocol == "sqs"
    error_message = "the queue must get the message without an envelope"
  }

  assert {
    condition     = jsondecode(aws_sns_topic_subscription.this[0].redrive_policy).deadLetterTargetArn == var.dlq_arn
    error_message = "what cannot be delivered must go to the dead-letter queue"
  }

  assert {
    condition     = length(aws_cloudwatch_event_rule.this) == 0 && length(aws_cloudwatch_event_target.this) == 0
    error_message = "a topic needs no rule"
  }
}

run "topic_with_event_types" {
  command = plan

  variables {
    event_types = ["OrderCreated", "OrderCancelled"]
  }

  assert {
    condition     = jsondecode(aws_sns_topic_subscription.this[0].filter_policy) == { eventType = ["OrderCreated", "OrderCancelled"] } && aws_sns_topic_subscription.this[0].filter_policy_scope == "MessageBody"
    error_message = "the filter must look at eventType in the body"
  }
}

run "bus" {
  command = plan

  variables {
    type                = "bus"
    source_arn          = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events"
    allowed_source_arns = ["arn:aws:events:eu-west-1:111111111111:rule/dev-acme-events/dev-orders-created"]
    event_types         = ["OrderCreated"]
  }

  assert {
    condition     = aws_cloudwatch_event_rule.this[0].name == "dev-orders-created" && aws_cloudwatch_event_rule.this[0].event_bus_name == "dev-acme-events"
    error_message = "the rule must bear the queue's name, which its policy goes by"
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.this[0].event_pattern)["detail-type"] == ["OrderCreated"]
    error_message = "the pattern must look at detail-type"
  }

  assert {
    condition     = aws_cloudwatch_event_target.this[0].dead_letter_config[0].arn == var.dlq_arn && aws_cloudwatch_event_target.this[0].retry_policy[0].maximum_retry_attempts == 185
    error_message = "delivery must be tried again, then go to the dead-letter queue"
  }

  assert {
    condition     = aws_cloudwatch_event_target.this[0].input_path == null && length(aws_sns_topic_subscription.this) == 0
    error_message = "the queue must get the event as it is"
  }
}

run "default_bus_and_all_events" {
  command = plan

  variables {
    type                = "bus"
    source_arn          = "arn:aws:events:eu-west-1:111111111111:event-bus/default"
    allowed_source_arns = ["arn:aws:events:eu-west-1:111111111111:rule/dev-orders-created"]
  }

  assert {
    condition     = output.sender_arn == "arn:aws:events:eu-west-1:111111111111:rule/dev-orders-created"
    error_message = "rules of the default bus stand without its name"
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.this[0].event_pattern) == { source = [{ prefix = "" }] }
    error_message = "without event types every event is wanted"
  }
}
