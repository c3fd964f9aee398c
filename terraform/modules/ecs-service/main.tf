locals {
  log_group = "/ecs/${var.tags.environment}/${var.tags.component}"

  # What the container of the service and that of the migration have in common.
  container = {
    image                  = var.image
    essential              = true
    user                   = "65532:65532"
    privileged             = false
    readonlyRootFilesystem = true
    stopTimeout            = var.stop_timeout_seconds

    # Sorted by name, as Terraform keeps maps: a new variable is one line of the plan.
    environment = [for name, value in var.environment : { name = name, value = value }]
    secrets     = [for name, secret in var.secrets : { name = name, valueFrom = "${secret.secret_arn}:${secret.key}::" }]

    # /tmp is in memory, because a volume of Fargate belongs to root:
    # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
    linuxParameters = {
      initProcessEnabled = true
      capabilities       = { drop = ["ALL"] }
      tmpfs              = [{ containerPath = "/tmp", size = 64, mountOptions = ["nosuid", "nodev"] }]
    }
  }

  health_check = length(var.health_check_command) == 0 ? {} : {
    healthCheck = {
      command     = var.health_check_command
      interval    = 15
      timeout     = 5
      retries     = 3
      startPeriod = 60
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = tostring(var.cpu)
  memory                   = tostring(var.memory)
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = var.task_role_arn
  tags                     = var.tags

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  container_definitions = jsonencode([merge(local.container, local.health_check, {
    name         = var.tags.component
    portMappings = [{ name = "http", containerPort = var.port, hostPort = var.port, protocol = "tcp" }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_group
        awslogs-region        = var.region
        awslogs-stream-prefix = "service"
        mode                  = "non-blocking"
      }
    }
  })])

  # Rights first: a task that cannot pull its image fails the deployment.
  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.execution_secrets]
}

resource "aws_ecs_service" "this" {
  name                               = var.name
  cluster                            = var.cluster_name
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = var.min_tasks
  launch_type                        = "FARGATE"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_execute_command             = false
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  health_check_grace_period_seconds  = var.ingress == null ? null : 60
  tags                               = var.tags

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = var.tags.component
      container_port   = var.port
    }
  }

  lifecycle {
    # The autoscaler's, from the first minute on.
    ignore_changes = [desired_count]
  }

  # ECS refuses a target group that no listener knows.
  depends_on = [aws_lb_listener_rule.this]
}
