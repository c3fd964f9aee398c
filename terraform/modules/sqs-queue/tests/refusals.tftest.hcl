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
