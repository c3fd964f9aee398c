locals {
  # Where it stands in the queue's policy: the topic itself, or the one rule of the bus that bears the queue's name.
  rule_name  = split(":", var.queue_arn)[5]
  bus_name   = var.type == "bus" ? split(":event-bus/", var.source_arn)[1] : ""
  rule_arn   = replace(replace("${var.source_arn}/${local.rule_name}", ":event-bus/", ":rule/"), ":rule/default/", ":rule/")
  sender_arn = var.type == "bus" ? local.rule_arn : var.source_arn
  is_allowed = contains(var.allowed_source_arns, local.sender_arn)
  refusal    = "The queue's policy does not let ${local.sender_arn} send to it: add the ${var.type} to allowed_sources of the queue's module."
}

resource "aws_sns_topic_subscription" "this" {
  count = var.type == "topic" ? 1 : 0

  topic_arn            = var.source_arn
  protocol             = "sqs"
  endpoint             = var.queue_arn
  raw_message_delivery = true
  filter_policy        = length(var.event_types) == 0 ? null : jsonencode({ eventType = var.event_types })
  filter_policy_scope  = length(var.event_types) == 0 ? null : "MessageBody"
  redrive_policy       = jsonencode({ deadLetterTargetArn = var.dlq_arn })

  lifecycle {
    precondition {
      condition     = local.is_allowed
      error_message = local.refusal
    }
  }
}

resource "aws_cloudwatch_event_rule" "this" {
  count = var.type == "bus" ? 1 : 0

  name           = local.rule_name
  description    = "Events for the queue ${local.rule_name}."
  event_bus_name = local.bus_name
  tags           = var.tags

  # A pattern must name something: every event has a source.
  event_pattern = length(var.event_types) == 0 ? jsonencode({ source = [{ prefix = "" }] }) : jsonencode({ "detail-type" = var.event_types })

  lifecycle {
    precondition {
      condition     = local.is_allowed
      error_message = local.refusal
    }
  }
}

resource "aws_cloudwatch_event_target" "this" {
  count = var.type == "bus" ? 1 : 0

  rule           = aws_cloudwatch_event_rule.this[0].name
  event_bus_name = local.bus_name
  target_id      = "queue"
  arn            = var.queue_arn

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  dead_letter_config {
    arn = var.dlq_arn
  }
}
