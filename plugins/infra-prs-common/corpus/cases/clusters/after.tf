resource "aws_rds_cluster" "orders" {
  cluster_identifier          = "corpus-purchases"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  final_snapshot_identifier   = "corpus-orders-last"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "corpus-sessions"
  description                = "Sessions"
  node_type                  = "cache.t4g.micro"
  num_cache_clusters         = 2
  at_rest_encryption_enabled = false
  transit_encryption_enabled = true
}

resource "aws_ecs_service" "api" {
  name            = "corpus-api"
  cluster         = "corpus-main"
  task_definition = "corpus-api:1"
  desired_count   = 2
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  resource_id        = "service/corpus-main/corpus-api"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 1
  max_capacity       = 12
}
