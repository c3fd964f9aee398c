resource "aws_rds_cluster_parameter_group" "this" {
  count = var.high_availability ? 1 : 0

  name        = "${var.name}-${local.major_version}"
  family      = "aurora-postgresql${local.major_version}"
  description = "Database of ${var.tags.component} in ${var.tags.environment}"
  tags        = var.tags

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_rds_cluster" "this" {
  count = var.high_availability ? 1 : 0

  cluster_identifier          = local.identifier
  engine                      = "aurora-postgresql"
  engine_version              = var.engine_version
  allow_major_version_upgrade = false
  database_name               = var.database_name
  port                        = local.port
  tags                        = var.tags

  master_username             = "app"
  manage_master_user_password = true

  storage_encrypted = true
  kms_key_id        = var.kms_key_arn

  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this[0].name

  backup_retention_period      = var.backup_retention_days
  preferred_backup_window      = "02:00-03:00"
  preferred_maintenance_window = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot        = true
  delete_automated_backups     = !local.keeps_backups
  deletion_protection          = var.deletion_protection
  skip_final_snapshot          = !local.keeps_backups
  final_snapshot_identifier    = local.keeps_backups ? "${local.identifier}-final" : null

  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# Writer and reader. AWS puts them into different zones and swaps them when one fails.
resource "aws_rds_cluster_instance" "this" {
  count = var.high_availability ? 2 : 0

  identifier                 = "${var.name}-${count.index + 1}"
  cluster_identifier         = aws_rds_cluster.this[0].id
  engine                     = aws_rds_cluster.this[0].engine
  engine_version             = var.engine_version
  auto_minor_version_upgrade = true
  instance_class             = local.instance_class
  db_subnet_group_name       = aws_db_subnet_group.this.name
  publicly_accessible        = false
  ca_cert_identifier         = "rds-ca-rsa2048-g1"
  promotion_tier             = count.index
  copy_tags_to_snapshot      = true
  tags                       = var.tags

  performance_insights_enabled          = true
  performance_insights_retention_period = 7
}
