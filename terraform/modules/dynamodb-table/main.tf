locals {
  arn = "arn:aws:dynamodb:${var.region}:${var.account_id}:table/${var.name}"

  # DynamoDB wants exactly the attributes that are keys declared, each once.
  keys = concat(
    [var.partition_key, var.sort_key],
    flatten([for index in var.indexes : [index.partition_key, index.sort_key]]),
  )
  attributes = toset([for key in local.keys : key if key != null])
}

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = var.partition_key
  range_key                   = var.sort_key
  deletion_protection_enabled = var.protected
  tags                        = var.tags

  dynamic "attribute" {
    for_each = local.attributes

    content {
      name = attribute.value
      type = lookup(var.key_types, attribute.value, "S")
    }
  }

  dynamic "global_secondary_index" {
    for_each = var.indexes

    content {
      name            = global_secondary_index.value.name
      hash_key        = global_secondary_index.value.partition_key
      range_key       = global_secondary_index.value.sort_key
      projection_type = "ALL"
    }
  }

  dynamic "ttl" {
    for_each = var.ttl_attribute == null ? [] : [var.ttl_attribute]

    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }

  point_in_time_recovery {
    enabled = true
  }

  # AWS's managed key, whose use CloudTrail shows, unless one is given.
  server_side_encryption {
    enabled     = true
    kms_key_arn = var.kms_key_arn
  }
}
