variable "password" {
  type      = string
  sensitive = true
  default   = "corpus-secret-two"
}

resource "terraform_data" "plain" {
  input = {
    user = "admin"
    nested = {
      list = ["open", var.password, "more"]
    }
  }
}

resource "terraform_data" "whole" {
  input = var.password
}

resource "terraform_data" "source" {
  input = "later"
}

resource "terraform_data" "unknown" {
  input = {
    id   = terraform_data.source.id
    text = "half known ${terraform_data.source.output}"
  }
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
    image     = "app:2"
    essential = true
    memory    = 128
    environment = [
      { name = "DB_PASSWORD", value = "corpus-secret-unmarked-two" },
      { name = "LOG_LEVEL", value = "debug" },
    ]
  }])
}
