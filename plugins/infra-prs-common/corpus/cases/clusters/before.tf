resource "aws_ecs_cluster" "old" {
  name = "corpus-old"
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier          = "corpus-orders"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  final_snapshot_identifier   = "corpus-orders-last"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "corpus-sessions"
  description                = "Sessions"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
}

resource "aws_ecs_service" "api" {
  name            = "corpus-api"
  cluster         = "corpus-main"
  task_definition = "corpus-api:1"
  desired_count   = 6
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  resource_id        = "service/corpus-main/corpus-api"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 4
  max_capacity       = 12
}

resource "aws_sqs_queue" "audit" {
  name = "corpus-audit"
}

resource "aws_sqs_queue" "billing" {
  name = "corpus-billing"
}

resource "aws_sqs_queue" "mails" {
  name = "corpus-mails"
}

resource "aws_sqs_queue" "orders" {
  name = "corpus-orders"
}

resource "aws_sqs_queue" "stock" {
  name = "corpus-stock"
}
