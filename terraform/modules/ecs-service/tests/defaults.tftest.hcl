mock_provider "aws" {}

variables {
  name           = "dev-order-api"
  account_id     = "111111111111"
  region         = "eu-west-1"
  cluster_name   = "dev"
  vpc_id         = "vpc-0d1e7a1b2c3d4e5f6"
  subnet_ids     = ["subnet-0d1e7aaa1111bbb2a", "subnet-0d1e7aaa1111bbb2b"]
  image          = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-api:4f2a9c1"
  repository_arn = "arn:aws:ecr:eu-west-1:111111111111:repository/order-api"
  task_role_arn  = "arn:aws:iam::111111111111:role/dev-order-api"
  tags = {
    component   = "order-api"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

# What AWS makes up must look like an ARN where the provider checks it.
override_resource {
  target = aws_iam_role.execution
  values = { arn = "arn:aws:iam::111111111111:role/dev-order-api-exec" }
}

override_resource {
  target = aws_lb_target_group.this
  values = {
    arn        = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/dev-order-api/50dc6c495c0c9188"
    arn_suffix = "targetgroup/dev-order-api/50dc6c495c0c9188"
  }
}

override_resource {
  target = aws_ecs_task_definition.this
  values = { arn = "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-order-api:1" }
}

run "defaults_of_a_worker" {
  command = plan

  assert {
    condition     = length(aws_lb_target_group.this) == 0 && length(aws_lb_listener_rule.this) == 0 && length(aws_route53_record.this) == 0 && length(aws_vpc_security_group_ingress_rule.load_balancer) == 0
    error_message = "a service without ingress must not be reachable"
  }

  assert {
    condition     = aws_ecs_task_definition.this.cpu == "256" && aws_ecs_task_definition.this.memory == "512" && aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture == "X86_64"
    error_message = "the smallest task must be the default"
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 1 && aws_appautoscaling_target.this.max_capacity == 4 && length(aws_appautoscaling_policy.cpu) == 1 && length(aws_appautoscaling_policy.queue) == 0
    error_message = "CPU must scale from 1 to 4 tasks"
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/ecs/dev/order-api" && aws_cloudwatch_log_group.this.retention_in_days == 30
    error_message = "logs must have a place and an end"
  }

  assert {
    condition     = length(aws_ecs_task_definition.migrations) == 0 && length(aws_iam_role_policy.execution_secrets) == 0 && length(aws_iam_role_policy.migrations) == 0
    error_message = "what was not asked for must not be there"
  }
}

run "behind_a_load_balancer" {
  command = apply

  variables {
    ingress = {
      hostname       = "order-api.dev.acme.example"
      hosted_zone_id = "Z0D1E78ABCDEFGHIJ1KLM"
      load_balancer = {
        listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/dev-public/50dc6c495c0c9188/8819c0c594c6cd05"
        security_group_id = "sg-0a1b0d1e75e6f7000"
        dns_name          = "dev-public-1234567890.eu-west-1.elb.amazonaws.com"
        zone_id           = "Z32O12XQLNTSW2"
        arn_suffix        = "app/dev-public/50dc6c495c0c9188"
      }
    }
    alarm_topic_arns = ["arn:aws:sns:eu-west-1:111111111111:dev-alarms"]
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.this[0].condition).host_header).values == toset(["order-api.dev.acme.example"])
    error_message = "the listener must send the host name and nothing else"
  }

  assert {
    condition     = aws_lb_target_group.this[0].health_check[0].path == "/readyz" && aws_lb_target_group.this[0].target_type == "ip"
    error_message = "only ready tasks must get requests"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer[0].referenced_security_group_id == "sg-0a1b0d1e75e6f7000" && aws_vpc_security_group_ingress_rule.load_balancer[0].from_port == 8080 && aws_vpc_security_group_ingress_rule.load_balancer[0].to_port == 8080
    error_message = "only the load balancer must reach the tasks, on one port"
  }

  assert {
    condition     = aws_route53_record.this[0].name == "order-api.dev.acme.example" && aws_route53_record.this[0].alias[0].name == "dev-public-1234567890.eu-west-1.elb.amazonaws.com"
    error_message = "the name must lead to the load balancer"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors[0].threshold == 5 && aws_cloudwatch_metric_alarm.unhealthy[0].dimensions["TargetGroup"] == "targetgroup/dev-order-api/50dc6c495c0c9188"
    error_message = "failed requests and tasks that are not ready must raise alarms"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.tasks.alarm_actions == toset(["arn:aws:sns:eu-west-1:111111111111:dev-alarms"]) && aws_cloudwatch_metric_alarm.tasks.treat_missing_data == "breaching"
    error_message = "no task at all must raise the alarm, too"
  }

  assert {
    condition     = output.url == "https://order-api.dev.acme.example"
    error_message = "the URL must be told"
  }
}

run "long_names_fit_the_load_balancer" {
  command = plan

  variables {
    name = "staging-order-reconciliation-service"
    ingress = {
      hostname       = "order-api.dev.acme.example"
      hosted_zone_id = "Z0D1E78ABCDEFGHIJ1KLM"
      load_balancer = {
        listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/dev-public/50dc6c495c0c9188/8819c0c594c6cd05"
        security_group_id = "sg-0a1b0d1e75e6f7000"
        dns_name          = "dev-public-1234567890.eu-west-1.elb.amazonaws.com"
        zone_id           = "Z32O12XQLNTSW2"
        arn_suffix        = "app/dev-public/50dc6c495c0c9188"
      }
    }
  }

  assert {
    condition     = length(aws_lb_target_group.this[0].name) <= 32 && startswith(aws_lb_target_group.this[0].name, "staging-order-reconcili-")
    error_message = "the target group takes 32 characters"
  }
}

run "scales_by_queues" {
  command = plan

  variables {
    scale_by          = "queue"
    queue_names       = ["dev-orders-created", "dev-orders-paid"]
    messages_per_task = 50
    min_tasks         = 2
    max_tasks         = 10
  }

  assert {
    condition     = length(aws_appautoscaling_policy.cpu) == 0 && aws_appautoscaling_policy.queue[0].target_tracking_scaling_policy_configuration[0].target_value == 50
    error_message = "queues must scale instead of CPU"
  }

  assert {
    condition     = [for m in aws_appautoscaling_policy.queue[0].target_tracking_scaling_policy_configuration[0].customized_metric_specification[0].metrics : m.expression if m.id == "backlog"] == ["(q0 + q1) / FILL(tasks, 1)"]
    error_message = "the messages of all queues must be shared among the tasks"
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 2 && aws_appautoscaling_target.this.max_capacity == 10
    error_message = "the bounds must reach the autoscaler"
  }

  # Applied with one task above: from then on the number is the autoscaler's.
  assert {
    condition     = aws_ecs_service.this.desired_count == 1
    error_message = "Terraform must not take back what the autoscaler did"
  }
}

run "does_not_scale" {
  command = plan

  variables {
    scale_by  = "none"
    min_tasks = 3
    max_tasks = 9
  }

  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 3 && aws_appautoscaling_target.this.max_capacity == 3
    error_message = "the number of tasks must be fixed"
  }
}

run "migrates" {
  command = apply

  variables {
    migration_command           = ["/service", "migrate"]
    migration_runner_role_names = ["dev-order-api-push"]
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.migrations[0].container_definitions)[0].command == ["/service", "migrate"] && jsondecode(aws_ecs_task_definition.migrations[0].container_definitions)[0].image == jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image
    error_message = "the migration must run the same image with its own command"
  }

  assert {
    condition     = output.migration.task_definition == "dev-order-api-migrate" && output.migration.cluster == "dev" && output.migration.log_stream_prefix == "migrate/migrate/"
    error_message = "whoever runs it must be told how"
  }

  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_role_policy.migrations["dev-order-api-push"].policy).Statement : s.Resource != "*" || s.Action == ["ecs:DescribeTaskDefinition"]])
    error_message = "the runner must run this migration and no other task"
  }
}
