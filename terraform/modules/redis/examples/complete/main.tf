provider "aws" {
  region = "eu-west-1"
}

module "one_node" {
  source = "../.."

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

module "two_nodes_with_all_inputs" {
  source = "../.."

  name                      = "prod-order-api"
  vpc_id                    = "vpc-0d1e7a1b2c3d4e5f6"
  subnet_ids                = ["subnet-0d1e7ddd1111eee2a", "subnet-0d1e7ddd1111eee2b"]
  client_security_group_ids = { nodes = "sg-05e41ce0000000002" }
  high_availability         = true
  engine                    = "redis"
  node_type                 = "cache.t4g.small"
  kms_key_arn               = "arn:aws:kms:eu-west-1:222222222222:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  alarm_topic_arns          = ["arn:aws:sns:eu-west-1:222222222222:prod-alarms"]

  tags = {
    component   = "order-api"
    owner       = "orders"
    system      = "order-system"
    environment = "prod"
  }
}
