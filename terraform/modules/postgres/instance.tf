resource "aws_db_parameter_group" "this" {
  count = var.high_availability ? 0 : 1

  name        = "${var.name}-${local.major_version}"
  family      = "postgres${local.major_version}"
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

resource "aws_db_instance" "this" {
  count = var.high_availability ? 0 : 1

  identifier                  = local.identifier
  engine                      = "postgres"
  engine_version              = var.engine_version
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false
  instance_class              = local.instance_class
  db_name                     = var.database_name
  port                        = local.port
  tags                        = var.tags

  username                    = "app"
  manage_master_user_password = true

  storage_type          = "gp3"
  allocated_storage     = var.allocated_storage
  max_allocated_storage = 5 * var.allocated_storage
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false
  ca_cert_identifier     = "rds-ca-rsa2048-g1"
  parameter_group_name   = aws_db_parameter_group.this[0].name

  backup_retention_period   = var.backup_retention_days
  backup_window             = "02:00-03:00"
  maintenance_window        = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot     = true
  delete_automated_backups  = !local.keeps_backups
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !local.keeps_backups
  final_snapshot_identifier = local.keeps_backups ? "${local.identifier}-final" : null

  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
}
