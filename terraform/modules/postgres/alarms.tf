locals {
  # What CloudWatch knows the database by: of a cluster whichever instance writes at the time.
  dimensions = var.high_availability ? { DBClusterIdentifier = local.identifier, Role = "WRITER" } : { DBInstanceIdentifier = local.identifier }
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "${var.name}-database-cpu"
  alarm_description   = "The database of ${var.tags.component} has used over 80 % of its CPU for 15 minutes: look for slow queries, or take a larger class."
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  dimensions          = local.dimensions
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

resource "aws_cloudwatch_metric_alarm" "storage" {
  alarm_name          = "${var.name}-database-storage"
  alarm_description   = "The database of ${var.tags.component} has less than 2 GiB left; of Aurora that is what temporary files take."
  namespace           = "AWS/RDS"
  metric_name         = var.high_availability ? "FreeLocalStorage" : "FreeStorageSpace"
  dimensions          = local.dimensions
  statistic           = "Minimum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 2 * 1024 * 1024 * 1024
  treat_missing_data  = "missing"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "connections" {
  alarm_name          = "${var.name}-database-connections"
  alarm_description   = "The database of ${var.tags.component} has had over ${var.max_connections} connections for 5 minutes: sizes of pools times tasks must stay below what it takes."
  namespace           = "AWS/RDS"
  metric_name         = "DatabaseConnections"
  dimensions          = local.dimensions
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.max_connections
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags
}
