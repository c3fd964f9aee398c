mock_provider "aws" {}

variables {
  name                      = "dev-order-api"
  vpc_id                    = "vpc-0d1e7a1b2c3d4e5f6"
  subnet_ids                = ["subnet-0d1e7ddd1111eee2a", "subnet-0d1e7ddd1111eee2b"]
  client_security_group_ids = { service = "sg-05e41ce0000000001" }
  high_availability         = false
  tags = {
    component   = "order-api"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "refuses_names_that_rds_would" {
  command = plan

  variables {
    name           = "dev--order-api"
    database_name  = "Order API"
    instance_class = "t4g.micro"
    engine_version = "9.6"
  }

  expect_failures = [var.name, var.database_name, var.instance_class, var.engine_version]
}

run "refuses_a_database_without_backups_or_zones" {
  command = plan

  variables {
    subnet_ids             = ["subnet-0d1e7ddd1111eee2a"]
    backup_retention_days  = 0
    allocated_storage      = 5
    password_rotation_days = 0
    max_connections        = 1
    kms_key_arn            = "alias/aws/rds"
  }

  expect_failures = [
    var.subnet_ids,
    var.backup_retention_days,
    var.allocated_storage,
    var.password_rotation_days,
    var.max_connections,
    var.kms_key_arn,
  ]
}

run "refuses_clients_that_are_no_security_groups" {
  command = plan

  variables {
    client_security_group_ids = { everybody = "0.0.0.0/0" }
  }

  expect_failures = [var.client_security_group_ids]
}
