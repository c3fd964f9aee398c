resource "aws_cloudwatch_metric_alarm" "tasks" {
  alarm_name          = "${var.name}-tasks"
  alarm_description   = "Fewer than ${var.min_tasks} tasks of ${var.tags.component} have run for 5 minutes: see the events of the ECS service."
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  dimensions          = { ClusterName = var.cluster_name, ServiceName = var.name }
  statistic           = "SampleCount"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "LessThanThreshold"
  threshold           = var.min_tasks
  # Without tasks there are no samples.
  treat_missing_data = "breaching"
  alarm_actions      = var.alarm_topic_arns
  ok_actions         = var.alarm_topic_arns
  tags               = var.tags
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  count = var.ingress == null ? 0 : 1

  alarm_name          = "${var.name}-errors"
  alarm_description   = "Over 5 % of the requests to ${var.tags.component} have failed for 5 minutes."
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags

  # One failure of two requests at night is no alarm.
  metric_query {
    id          = "ratio"
    label       = "Failed requests (%)"
    expression  = "IF(requests >= 20, 100 * FILL(failed, 0) / requests, 0)"
    return_data = true
  }

  metric_query {
    id = "requests"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "RequestCount"
      period      = 60
      stat        = "Sum"

      dimensions = {
        LoadBalancer = var.ingress.load_balancer.arn_suffix
        TargetGroup  = aws_lb_target_group.this[0].arn_suffix
      }
    }
  }

  metric_query {
    id = "failed"

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_Target_5XX_Count"
      period      = 60
      stat        = "Sum"

      dimensions = {
        LoadBalancer = var.ingress.load_balancer.arn_suffix
        TargetGroup  = aws_lb_target_group.this[0].arn_suffix
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  count = var.ingress == null ? 0 : 1

  alarm_name          = "${var.name}-unhealthy"
  alarm_description   = "Tasks of ${var.tags.component} have not been ready for 5 minutes."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arns
  ok_actions          = var.alarm_topic_arns
  tags                = var.tags

  dimensions = {
    LoadBalancer = var.ingress.load_balancer.arn_suffix
    TargetGroup  = aws_lb_target_group.this[0].arn_suffix
  }
}
