locals {
  topic_arns = [for source in var.allowed_sources : source.arn if source.type == "topic"]

  # EventBridge names the rule, not the bus. A bus has at most one rule for a queue, which bears the queue's name; rules
  # of the default bus stand without its name,
  # https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
  rule_arns = [
    for source in var.allowed_sources :
    replace(replace("${source.arn}/${var.name}", ":event-bus/", ":rule/"), ":rule/default/", ":rule/")
    if source.type == "bus"
  ]

  # To the dead-letter queue as well: that is where a source puts what the queue would not take.
  senders = concat(
    length(local.topic_arns) == 0 ? [] : [{ sid = "AllowTopics", service = "sns.amazonaws.com", arns = local.topic_arns }],
    length(local.rule_arns) == 0 ? [] : [{ sid = "AllowRules", service = "events.amazonaws.com", arns = local.rule_arns }],
  )

  policies = {
    for key, arn in { this = local.arn, dlq = local.dlq_arn } : key => jsonencode({
      Version = "2012-10-17"
      Statement = concat(
        [{
          Sid       = "DenyInsecureTransport"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = arn
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        }],
        [for sender in local.senders : {
          Sid       = sender.sid
          Effect    = "Allow"
          Principal = { Service = sender.service }
          Action    = "sqs:SendMessage"
          Resource  = arn
          Condition = { ArnEquals = { "aws:SourceArn" = sender.arns } }
        }],
      )
    })
  }
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.url
  policy    = local.policies.this
}

resource "aws_sqs_queue_policy" "dlq" {
  queue_url = aws_sqs_queue.dlq.url
  policy    = local.policies.dlq
}
