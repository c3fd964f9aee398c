variable "password" {
  type      = string
  sensitive = true
  default   = "corpus-secret-one"
}

resource "terraform_data" "plain" {
  input = {
    user = "app"
    nested = {
      list = ["open", var.password]
    }
  }
}

resource "terraform_data" "whole" {
  input = var.password
}

resource "terraform_data" "unknown" {
  input = "known"
}

resource "aws_ssm_parameter" "password" {
  name  = "/corpus/password"
  type  = "SecureString"
  value = var.password
}

resource "aws_ecs_task_definition" "unmarked" {
  family = "corpus"
  container_definitions = jsonencode([{
    name      = "app"
    image     = "app:1"
    essential = true
    memory    = 128
    environment = [
      { name = "DB_PASSWORD", value = "corpus-secret-unmarked-one" },
      { name = "LOG_LEVEL", value = "info" },
    ]
  }])
}
