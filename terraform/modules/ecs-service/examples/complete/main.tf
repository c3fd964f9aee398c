provider "aws" {
  region = "eu-west-1"
}

locals {
  tags = {
    component   = "order-api"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

module "defaults" {
  source = "../.."

  name           = "dev-order-worker"
  account_id     = "111111111111"
  region         = "eu-west-1"
  cluster_name   = "dev"
  vpc_id         = "vpc-0d1e7a1b2c3d4e5f6"
  subnet_ids     = ["subnet-0d1e7aaa1111bbb2a", "subnet-0d1e7aaa1111bbb2b"]
  image          = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-worker:4f2a9c1"
  repository_arn = "arn:aws:ecr:eu-west-1:111111111111:repository/order-worker"
  task_role_arn  = "arn:aws:iam::111111111111:role/dev-order-worker"
  tags           = merge(local.tags, { component = "order-worker" })
}

module "all_inputs" {
  source = "../.."

  name           = "dev-order-api"
  account_id     = "111111111111"
  region         = "eu-west-1"
  cluster_name   = "dev"
  vpc_id         = "vpc-0d1e7a1b2c3d4e5f6"
  subnet_ids     = ["subnet-0d1e7aaa1111bbb2a", "subnet-0d1e7aaa1111bbb2b"]
  image          = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-api:4f2a9c1"
  repository_arn = "arn:aws:ecr:eu-west-1:111111111111:repository/order-api"
  task_role_arn  = "arn:aws:iam::111111111111:role/dev-order-api"
  architecture   = "ARM64"
  cpu            = 512
  memory         = 1024
  port           = 8080

  environment = {
    AWS_REGION    = "eu-west-1"
    DATABASE_HOST = "dev-order-api.abc.eu-west-1.rds.amazonaws.com"
  }

  secrets = {
    DATABASE_PASSWORD = {
      secret_arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:dev-order-api-AbCdEf"
      key        = "password"
    }
  }

  egress = {
    database = { port = 5432, security_group_id = "sg-0d0a7aba5e0000001" }
  }

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

  scale_by          = "queue"
  queue_names       = ["dev-orders-created", "dev-orders-paid"]
  messages_per_task = 50
  min_tasks         = 2
  max_tasks         = 10

  health_check_command        = ["CMD", "/service", "healthcheck"]
  stop_timeout_seconds        = 90
  migration_command           = ["/service", "migrate"]
  migration_runner_role_names = ["dev-order-api-push"]
  log_retention_days          = 90
  alarm_topic_arns            = ["arn:aws:sns:eu-west-1:111111111111:dev-alarms"]
  tags                        = local.tags
}
