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

run "one_node" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.num_cache_clusters == 1 && !aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.snapshot_retention_limit == 0
    error_message = "without high availability there must be one node"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.engine == "valkey" && aws_elasticache_replication_group.this.parameter_group_name == "default.valkey8" && aws_elasticache_replication_group.this.node_type == "cache.t4g.micro"
    error_message = "the smallest Valkey must be the default"
  }

  assert {
    condition     = aws_ssm_parameter.host.name == "/dev/order-api/redis/host"
    error_message = "the host must be found by the service's name"
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.memory) == 1 && aws_cloudwatch_metric_alarm.cpu[0].dimensions["CacheClusterId"] == "dev-order-api-001"
    error_message = "the alarms must look at the node"
  }
}

run "two_nodes" {
  command = plan

  variables {
    name              = "prod-order-api"
    high_availability = true
    engine            = "redis"
    alarm_topic_arns  = ["arn:aws:sns:eu-west-1:222222222222:prod-alarms"]
  }

  assert {
    condition     = aws_elasticache_replication_group.this.num_cache_clusters == 2 && aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "a node that fails must be replaced by one in another zone"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.snapshot_retention_limit == 7 && aws_elasticache_replication_group.this.final_snapshot_identifier == "prod-order-api-final"
    error_message = "snapshots must be kept"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.engine == "redis" && aws_elasticache_replication_group.this.parameter_group_name == "default.redis7"
    error_message = "the parameters must be those of the engine"
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.cpu) == 2 && aws_cloudwatch_metric_alarm.cpu[1].alarm_actions == toset(["arn:aws:sns:eu-west-1:222222222222:prod-alarms"])
    error_message = "both nodes must be watched"
  }
}

run "long_names_fit_elasticache" {
  command = plan

  variables {
    name = "staging-order-reconciliation-service-of-east"
  }

  assert {
    condition     = length(aws_elasticache_replication_group.this.replication_group_id) <= 40 && !strcontains(aws_elasticache_replication_group.this.replication_group_id, "--")
    error_message = "ElastiCache takes 40 characters without double dashes"
  }
}

run "posture" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required" && tobool(aws_elasticache_replication_group.this.at_rest_encryption_enabled)
    error_message = "the cache must be encrypted on the way and at rest"
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.client) == 1 && aws_vpc_security_group_ingress_rule.client["service"].referenced_security_group_id == "sg-05e41ce0000000001" && aws_vpc_security_group_ingress_rule.client["service"].from_port == 6379
    error_message = "only the named groups must get in"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.tags["owner"] == "orders" && aws_security_group.this.tags["component"] == "order-api"
    error_message = "the cache must say whose it is"
  }
}

run "lets_nobody_in_by_itself" {
  command = plan

  variables {
    client_security_group_ids = {}
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.client) == 0
    error_message = "who is not named must not get in"
  }
}
