locals {
  # Items only: neither the table's settings nor, since it reads and bills all of it, Scan.
  actions = [
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:DescribeTable",
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:UpdateItem",
  ]

  resources = concat([local.arn], [for index in var.indexes : "${local.arn}/index/${index.name}"])

  # DynamoDB uses the key for its caller, so the caller needs the right, but only through DynamoDB,
  # https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
  key_statements = var.kms_key_arn == null ? [] : [{
    Sid       = "UseKeyThroughDynamoDb"
    Effect    = "Allow"
    Action    = ["kms:Decrypt"]
    Resource  = var.kms_key_arn
    Condition = { StringEquals = { "kms:ViaService" = "dynamodb.${var.region}.amazonaws.com" } }
  }]
}

resource "aws_iam_role_policy" "reader_writer" {
  for_each = toset(var.reader_writer_role_names)

  name = "use-table-${var.name}"
  role = each.value

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([{
      Sid      = "ReadAndWriteItems"
      Effect   = "Allow"
      Action   = local.actions
      Resource = local.resources
    }], local.key_statements)
  })
}
