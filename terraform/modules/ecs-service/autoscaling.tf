locals {
  # One term for each queue: q0, q1, ...
  backlog = join(" + ", [for index, name in var.queue_names : "q${index}"])
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${var.cluster_name}/${aws_ecs_service.this.name}"
  min_capacity       = var.min_tasks
  max_capacity       = var.scale_by == "none" ? var.min_tasks : var.max_tasks
  tags               = var.tags
}

# Also where nothing scales: Terraform leaves the number of tasks alone, so that it is the policy which brings it back to
# min_tasks after somebody changed either.
resource "aws_appautoscaling_policy" "cpu" {
  count = var.scale_by == "queue" ? 0 : 1

  name               = "${var.name}-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension
  resource_id        = aws_appautoscaling_target.this.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

# Messages that wait for each running task. ECS reports the CPU of each task once a minute, so the number of samples is
# that of the tasks, without Container Insights:
# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
resource "aws_appautoscaling_policy" "queue" {
  count = var.scale_by == "queue" ? 1 : 0

  name               = "${var.name}-queue"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension
  resource_id        = aws_appautoscaling_target.this.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = var.messages_per_task
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    customized_metric_specification {
      dynamic "metrics" {
        for_each = var.queue_names

        content {
          id          = "q${metrics.key}"
          return_data = false

          metric_stat {
            stat = "Average"

            metric {
              namespace   = "AWS/SQS"
              metric_name = "ApproximateNumberOfMessagesVisible"

              dimensions {
                name  = "QueueName"
                value = metrics.value
              }
            }
          }
        }
      }

      metrics {
        id          = "tasks"
        return_data = false

        metric_stat {
          stat = "SampleCount"

          metric {
            namespace   = "AWS/ECS"
            metric_name = "CPUUtilization"

            dimensions {
              name  = "ClusterName"
              value = var.cluster_name
            }

            dimensions {
              name  = "ServiceName"
              value = var.name
            }
          }
        }
      }

      metrics {
        id          = "backlog"
        label       = "Messages for each task"
        expression  = "(${local.backlog}) / FILL(tasks, 1)"
        return_data = true
      }
    }
  }
}
