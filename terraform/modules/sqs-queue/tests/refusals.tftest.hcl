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

run "refuses_a_name_that_aws_would" {
  command = plan

  variables {
    name = "Orders created!"
  }

  expect_failures = [var.name]
}

run "refuses_a_second_dead_letter_queue" {
  command = plan

  variables {
    name = "dev-orders-created-dlq"
  }

  expect_failures = [var.name]
}

run "refuses_a_wrong_account" {
  command = plan

  variables {
    account_id = "dev"
  }

  expect_failures = [var.account_id]
}

run "refuses_a_wrong_region" {
  command = plan

  variables {
    region = "Ireland"
  }

  expect_failures = [var.region]
}

run "refuses_numbers_out_of_bounds" {
  command = plan

  variables {
    visibility_timeout_seconds = 43201
    max_receive_count          = 0
    message_retention_seconds  = 1209600
    max_message_age_seconds    = 5
  }

  expect_failures = [
    var.visibility_timeout_seconds,
    var.max_receive_count,
    var.message_retention_seconds,
    var.max_message_age_seconds,
  ]
}

run "refuses_dead_letters_that_expire_on_arrival" {
  command = plan

  variables {
    message_retention_seconds = 604800
    dlq_retention_seconds     = 604800
  }

  expect_failures = [var.dlq_retention_seconds]
}

run "refuses_deduplication_of_a_standard_queue" {
  command = plan

  variables {
    content_based_deduplication = true
  }

  expect_failures = [var.content_based_deduplication]
}

run "refuses_sources_of_a_fifo_queue" {
  command = plan

  variables {
    fifo            = true
    allowed_sources = [{ type = "topic", arn = "arn:aws:sns:eu-west-1:111111111111:dev-orders-events" }]
  }

  expect_failures = [var.allowed_sources]
}

run "refuses_every_topic_as_a_source" {
  command = plan

  variables {
    allowed_sources = [{ type = "topic", arn = "arn:aws:sns:eu-west-1:111111111111:*" }]
  }

  expect_failures = [var.allowed_sources]
}

run "refuses_an_alias_as_a_key" {
  command = plan

  variables {
    kms_key_arn = "alias/orders"
  }

  expect_failures = [var.kms_key_arn]
}
