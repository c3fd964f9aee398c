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

run "container" {
  command = plan

  variables {
    # The provider's own default of a mock is no ARN.
    task_role_arn = "arn:aws:iam::111111111111:role/dev-order-api"
    secrets = {
      DATABASE_PASSWORD = { secret_arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf", key = "password" }
      DATABASE_USERNAME = { secret_arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf", key = "username" }
    }
    migration_command    = ["/service", "migrate"]
    health_check_command = ["CMD", "/service", "healthcheck"]
  }

  assert {
    condition = alltrue([
      for json in [aws_ecs_task_definition.this.container_definitions, aws_ecs_task_definition.migrations[0].container_definitions] :
      jsondecode(json)[0].readonlyRootFilesystem && !jsondecode(json)[0].privileged && jsondecode(json)[0].user == "65532:65532"
    ])
    error_message = "containers must run without root, privileges and a writable root"
  }

  assert {
    condition = alltrue([
      for json in [aws_ecs_task_definition.this.container_definitions, aws_ecs_task_definition.migrations[0].container_definitions] :
      jsondecode(json)[0].linuxParameters.capabilities.drop == ["ALL"] && jsondecode(json)[0].linuxParameters.initProcessEnabled
    ])
    error_message = "containers must drop all capabilities and reap their children"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets[0].valueFrom == "arn:aws:secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf:password::"
    error_message = "ECS must read the password when the task starts"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command == ["CMD", "/service", "healthcheck"] && !can(jsondecode(aws_ecs_task_definition.migrations[0].container_definitions)[0].healthCheck)
    error_message = "the service must be checked, and a migration must not"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.execution_secrets[0].policy).Statement[0].Resource == ["arn:aws:secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf"]
    error_message = "only the named secrets may be read"
  }
}

run "service" {
  command = plan

  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].enable && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "a failed rollout must be taken back"
  }

  assert {
    condition     = aws_ecs_service.this.deployment_minimum_healthy_percent == 100 && aws_ecs_service.this.deployment_maximum_percent == 200 && aws_ecs_service.this.availability_zone_rebalancing == "ENABLED"
    error_message = "a rollout must not take capacity, and zones must be even"
  }

  assert {
    condition     = !aws_ecs_service.this.enable_execute_command && !aws_ecs_service.this.network_configuration[0].assign_public_ip && aws_ecs_service.this.propagate_tags == "SERVICE"
    error_message = "nobody must get a shell or come from the internet, and tasks must say whose they are"
  }

  assert {
    condition     = jsondecode(aws_iam_role.execution.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111111111111"
    error_message = "only tasks of this account may use the role"
  }

  assert {
    condition = alltrue([
      for s in jsondecode(aws_iam_role_policy.execution.policy).Statement :
      s.Resource != "*" || s.Action == ["ecr:GetAuthorizationToken"]
    ])
    error_message = "ECS must pull one repository and write one log group"
  }
}

run "network" {
  command = plan

  variables {
    egress = {
      database = { port = 5432, security_group_id = "sg-0d0a7aba5e0000001" }
    }
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "only TLS may go anywhere"
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.this["database"].referenced_security_group_id == "sg-0d0a7aba5e0000001" && aws_vpc_security_group_egress_rule.this["database"].from_port == 5432 && aws_vpc_security_group_egress_rule.this["database"].to_port == 5432
    error_message = "the database must be the only other way out"
  }
}
