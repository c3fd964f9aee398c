locals {
  throttles = { read = "ReadThrottleEvents", write = "WriteThrottleEvents" }
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  for_each = local.throttles

  alarm_name          = "${var.name}-${each.key}-throttled"
  alarm_description   = "Calls that ${each.key} ${var.name} are throttled: a key is hot, or traffic grew faster than the table."
  namespace           = "AWS/DynamoDB"
  metric_name         = each.value
  dimensions          = { TableName = var.name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags
}
