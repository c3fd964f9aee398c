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

run "defaults" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.this.hash_key == "id" && aws_dynamodb_table.this.range_key == null && aws_dynamodb_table.this.billing_mode == "PAY_PER_REQUEST"
    error_message = "the table must have one key, id, and bill by request"
  }

  assert {
    condition     = [for attribute in aws_dynamodb_table.this.attribute : "${attribute.name} ${attribute.type}"] == ["id S"]
    error_message = "only keys may be declared"
  }

  assert {
    condition     = aws_dynamodb_table.this.tags["owner"] == "orders"
    error_message = "the table must say whose it is"
  }
}

run "posture" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.this.server_side_encryption[0].enabled && aws_dynamodb_table.this.point_in_time_recovery[0].enabled && aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "the table must be encrypted, recoverable and protected"
  }

  assert {
    condition     = keys(aws_cloudwatch_metric_alarm.throttled) == ["read", "write"] && length(aws_iam_role_policy.reader_writer) == 0
    error_message = "throttles must raise an alarm, and nobody may use the table unasked"
  }
}

run "own_key" {
  command = plan

  variables {
    kms_key_arn              = "arn:aws:kms:eu-west-1:111111111111:key/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
    reader_writer_role_names = ["dev-go-worker"]
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.reader_writer["dev-go-worker"].policy).Statement[1].Condition.StringEquals["kms:ViaService"] == "dynamodb.eu-west-1.amazonaws.com"
    error_message = "the key must be used through DynamoDB only"
  }
}

run "overrides" {
  command = apply

  variables {
    partition_key            = "customerId"
    sort_key                 = "createdAt"
    key_types                = { createdAt = "N" }
    ttl_attribute            = "expiresAt"
    protected                = false
    reader_writer_role_names = ["dev-go-worker"]
    indexes = [
      { name = "by-status", partition_key = "status", sort_key = "createdAt" },
      { name = "by-order", partition_key = "orderId" },
    ]
  }

  assert {
    condition     = sort([for attribute in aws_dynamodb_table.this.attribute : "${attribute.name} ${attribute.type}"]) == tolist(["createdAt N", "customerId S", "orderId S", "status S"])
    error_message = "each key attribute must be declared once, with its type"
  }

  assert {
    condition     = length(aws_dynamodb_table.this.global_secondary_index) == 2 && aws_dynamodb_table.this.ttl[0].attribute_name == "expiresAt" && !aws_dynamodb_table.this.deletion_protection_enabled
    error_message = "inputs must reach the table"
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.reader_writer["dev-go-worker"].policy).Statement[0].Resource == [
      "arn:aws:dynamodb:eu-west-1:111111111111:table/dev-go-worker",
      "arn:aws:dynamodb:eu-west-1:111111111111:table/dev-go-worker/index/by-status",
      "arn:aws:dynamodb:eu-west-1:111111111111:table/dev-go-worker/index/by-order",
    ]
    error_message = "the role must be able to use this table and its indexes, and no other"
  }

  assert {
    condition     = !anytrue([for action in jsondecode(aws_iam_role_policy.reader_writer["dev-go-worker"].policy).Statement[0].Action : strcontains(action, "*")])
    error_message = "actions must be named one by one"
  }
}
