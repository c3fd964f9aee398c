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

run "refuses_a_topic_that_the_queue_does_not_let_in" {
  command = plan

  variables {
    allowed_source_arns = []
  }

  expect_failures = [aws_sns_topic_subscription.this]
}

run "refuses_a_bus_that_the_queue_does_not_let_in" {
  command = plan

  variables {
    type       = "bus"
    source_arn = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events"
  }

  expect_failures = [aws_cloudwatch_event_rule.this]
}

run "refuses_another_type" {
  command = plan

  variables {
    type = "queue"
  }

  expect_failures = [var.type]
}

run "refuses_a_bus_as_a_topic" {
  command = plan

  variables {
    source_arn = "arn:aws:events:eu-west-1:111111111111:event-bus/dev-acme-events"
  }

  expect_failures = [var.source_arn]
}

run "refuses_a_fifo_queue" {
  command = plan

  variables {
    queue_arn = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created.fifo"
  }

  expect_failures = [var.queue_arn]
}

run "refuses_the_queue_as_its_own_dead_letter_queue" {
  command = plan

  variables {
    dlq_arn = "arn:aws:sqs:eu-west-1:111111111111:dev-orders-created"
  }

  expect_failures = [var.dlq_arn]
}
