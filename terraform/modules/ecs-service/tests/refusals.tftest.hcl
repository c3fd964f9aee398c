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

run "refuses_names_accounts_and_regions_that_aws_would" {
  command = plan

  variables {
    name       = "Order API"
    account_id = "dev"
    region     = "Ireland"
    subnet_ids = ["subnet-0d1e7aaa1111bbb2a"]
  }

  expect_failures = [var.name, var.account_id, var.region, var.subnet_ids]
}

run "refuses_an_image_that_may_change" {
  command = plan

  variables {
    image          = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-api:latest"
    repository_arn = "arn:aws:ecr:eu-west-1:111111111111:repository/*"
  }

  expect_failures = [var.image, var.repository_arn]
}

run "refuses_an_image_without_a_tag" {
  command = plan

  variables {
    image = "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-api"
  }

  expect_failures = [var.image]
}

run "refuses_sizes_that_fargate_does_not_sell" {
  command = plan

  variables {
    cpu                  = 300
    architecture         = "SPARC"
    port                 = 80
    stop_timeout_seconds = 600
    log_retention_days   = 1
  }

  expect_failures = [
    var.cpu,
    var.architecture,
    var.port,
    var.stop_timeout_seconds,
    var.log_retention_days,
  ]
}

run "refuses_memory_that_does_not_go_with_the_cpu" {
  command = plan

  variables {
    cpu    = 256
    memory = 4096
  }

  expect_failures = [var.memory]
}

run "refuses_memory_that_is_not_whole" {
  command = plan

  variables {
    cpu    = 512
    memory = 1500
  }

  expect_failures = [var.memory]
}

run "refuses_a_secret_in_plain_sight" {
  command = plan

  variables {
    environment = { DATABASE_PASSWORD = "hunter2" }
    secrets     = { DATABASE_PASSWORD = { secret_arn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:*", key = "password" } }
  }

  expect_failures = [var.environment, var.secrets]
}

run "refuses_impossible_scaling" {
  command = plan

  variables {
    scale_by          = "queue"
    min_tasks         = 5
    max_tasks         = 2
    messages_per_task = 0
  }

  expect_failures = [var.queue_names, var.max_tasks, var.messages_per_task]
}

run "refuses_other_scaling" {
  command = plan

  variables {
    scale_by             = "mood"
    min_tasks            = 0
    health_check_command = ["curl"]
  }

  expect_failures = [var.scale_by, var.min_tasks, var.health_check_command]
}

run "refuses_the_host_name_of_everybody" {
  command = plan

  variables {
    ingress = {
      hostname       = "*.dev.acme.example"
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

  expect_failures = [var.ingress]
}
