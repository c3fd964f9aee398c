mock_provider "aws" {}

variables {
  name       = "dev-go-worker"
  account_id = "111111111111"
  region     = "eu-west-1"
  tags = {
    component   = "go-worker"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_wrong_names" {
  command = plan

  variables {
    name          = "Orders!"
    account_id    = "dev"
    region        = "Ireland"
    partition_key = "order id"
  }

  expect_failures = [var.name, var.account_id, var.region, var.partition_key]
}

run "refuses_one_attribute_as_both_keys" {
  command = plan

  variables {
    sort_key = "id"
  }

  expect_failures = [var.sort_key]
}

run "refuses_a_key_that_expires" {
  command = plan

  variables {
    ttl_attribute = "id"
  }

  expect_failures = [var.ttl_attribute]
}

run "refuses_two_indexes_of_one_name" {
  command = plan

  variables {
    indexes = [
      { name = "by-status", partition_key = "status" },
      { name = "by-status", partition_key = "orderId" },
    ]
  }

  expect_failures = [var.indexes]
}

run "refuses_an_unknown_type" {
  command = plan

  variables {
    key_types = { id = "Text" }
  }

  expect_failures = [var.key_types]
}
