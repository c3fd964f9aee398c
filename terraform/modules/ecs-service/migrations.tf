locals {
  cluster_arn = "arn:aws:ecs:${var.region}:${var.account_id}:cluster/${var.cluster_name}"
}

# The migration is a task of its own, run before a rollout and never by the service: two tasks that start at once must
# not change the same schema, and a failed migration must stop the rollout.
resource "aws_ecs_task_definition" "migrations" {
  count = length(var.migration_command) > 0 ? 1 : 0

  family                   = "${var.name}-migrate"
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

  container_definitions = jsonencode([merge(local.container, {
    name    = "migrate"
    command = var.migration_command
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_group
        awslogs-region        = var.region
        awslogs-stream-prefix = "migrate"
      }
    }
  })])
}

resource "aws_iam_role_policy" "migrations" {
  for_each = length(var.migration_command) > 0 ? toset(var.migration_runner_role_names) : toset([])

  name = "run-migrations"
  role = each.value

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # Knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
        Sid       = "ReadTaskDefinitions"
        Effect    = "Allow"
        Action    = ["ecs:DescribeTaskDefinition"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid      = "RegisterMigration"
        Effect   = "Allow"
        Action   = ["ecs:RegisterTaskDefinition"]
        Resource = "arn:aws:ecs:${var.region}:${var.account_id}:task-definition/${var.name}-migrate:*"
      },
      {
        # A migration runs in the network of the service.
        Sid      = "ReadService"
        Effect   = "Allow"
        Action   = ["ecs:DescribeServices"]
        Resource = "arn:aws:ecs:${var.region}:${var.account_id}:service/${var.cluster_name}/${var.name}"
      },
      {
        Sid       = "RunMigration"
        Effect    = "Allow"
        Action    = ["ecs:RunTask"]
        Resource  = "arn:aws:ecs:${var.region}:${var.account_id}:task-definition/${var.name}-migrate:*"
        Condition = { ArnEquals = { "ecs:cluster" = local.cluster_arn } }
      },
      {
        Sid       = "WatchMigration"
        Effect    = "Allow"
        Action    = ["ecs:DescribeTasks", "ecs:StopTask"]
        Resource  = "arn:aws:ecs:${var.region}:${var.account_id}:task/${var.cluster_name}/*"
        Condition = { ArnEquals = { "ecs:cluster" = local.cluster_arn } }
      },
      {
        Sid      = "ReadLogs"
        Effect   = "Allow"
        Action   = ["logs:FilterLogEvents", "logs:GetLogEvents"]
        Resource = "arn:aws:logs:${var.region}:${var.account_id}:log-group:${local.log_group}:*"
      },
      {
        Sid       = "RunAsTheService"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = [var.task_role_arn, "arn:aws:iam::${var.account_id}:role/${var.name}-exec"]
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  })
}
