locals {
  port  = 6379
  nodes = var.high_availability ? 2 : 1

  # ElastiCache takes 40 characters. Longer names keep their start and end in what tells them apart.
  id = length(var.name) <= 40 ? var.name : "${trimsuffix(substr(var.name, 0, 31), "-")}-${substr(sha1(var.name), 0, 8)}"

  version         = var.engine == "valkey" ? "8.0" : "7.1"
  parameter_group = var.engine == "valkey" ? "default.valkey8" : "default.redis7"
}

resource "aws_elasticache_subnet_group" "this" {
  name        = var.name
  description = "Subnets of the cache of ${var.tags.component} in ${var.tags.environment}"
  subnet_ids  = var.subnet_ids
  tags        = var.tags
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = local.id
  description          = "Cache of ${var.tags.component} in ${var.tags.environment}"
  engine               = var.engine
  engine_version       = local.version
  parameter_group_name = local.parameter_group
  node_type            = var.node_type
  port                 = local.port
  tags                 = var.tags

  num_cache_clusters         = local.nodes
  automatic_failover_enabled = var.high_availability
  multi_az_enabled           = var.high_availability

  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  at_rest_encryption_enabled = true
  kms_key_id                 = var.kms_key_arn

  auto_minor_version_upgrade = true
  maintenance_window         = "sun:03:30-sun:04:30"
  snapshot_window            = "02:00-03:00"
  snapshot_retention_limit   = var.high_availability ? 7 : 0
  final_snapshot_identifier  = var.high_availability ? "${local.id}-final" : null
}

# Not a secret: found by whoever knows the service's name, such as an ExternalSecret.
resource "aws_ssm_parameter" "host" {
  name        = "/${var.tags.environment}/${var.tags.component}/redis/host"
  description = "Host of ${var.tags.component}'s cache"
  type        = "String"
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
  tags        = var.tags
}
