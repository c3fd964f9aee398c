resource "aws_cloudwatch_metric_alarm" "cpu" {
  count = local.nodes

  alarm_name          = "${var.name}-redis-${count.index + 1}-cpu"
  alarm_description   = "Node ${count.index + 1} of the cache of ${var.tags.component} has used over 80 % of its CPU for 15 minutes: take a larger node type."
  namespace           = "AWS/ElastiCache"
  metric_name         = "EngineCPUUtilization"
  dimensions          = { CacheClusterId = "${local.id}-00${count.index + 1}" }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "breaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  count = local.nodes

  alarm_name          = "${var.name}-redis-${count.index + 1}-memory"
  alarm_description   = "Node ${count.index + 1} of the cache of ${var.tags.component} has used over 80 % of its memory for 15 minutes: give entries a time to live, or take a larger node type."
  namespace           = "AWS/ElastiCache"
  metric_name         = "DatabaseMemoryUsagePercentage"
  dimensions          = { CacheClusterId = "${local.id}-00${count.index + 1}" }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags
}
