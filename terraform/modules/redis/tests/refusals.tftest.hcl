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

run "refuses_names_and_types_that_elasticache_would" {
  command = plan

  variables {
    name        = "dev--order-api"
    node_type   = "t4g.micro"
    engine      = "memcached"
    kms_key_arn = "alias/aws/elasticache"
    subnet_ids  = ["subnet-0d1e7ddd1111eee2a"]
  }

  expect_failures = [
    var.name,
    var.node_type,
    var.engine,
    var.kms_key_arn,
    var.subnet_ids,
  ]
}

run "refuses_clients_that_are_no_security_groups" {
  command = plan

  variables {
    client_security_group_ids = { everybody = "0.0.0.0/0" }
  }

  expect_failures = [var.client_security_group_ids]
}
