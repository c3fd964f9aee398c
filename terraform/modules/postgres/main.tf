locals {
  # With an end of its own: the secret that RDS makes is found by how its tag begins, and no name may begin another.
  identifier = "${var.name}-database"

  port           = 5432
  major_version  = split(".", var.engine_version)[0]
  instance_class = coalesce(var.instance_class, var.high_availability ? "db.t4g.medium" : "db.t4g.micro")

  # Also of a cluster whose protection was just given up: that is how one is deleted on purpose.
  keeps_backups = var.deletion_protection || var.high_availability

  host        = var.high_availability ? aws_rds_cluster.this[0].endpoint : aws_db_instance.this[0].address
  reader_host = var.high_availability ? aws_rds_cluster.this[0].reader_endpoint : local.host
  secret_arn  = var.high_availability ? aws_rds_cluster.this[0].master_user_secret[0].secret_arn : aws_db_instance.this[0].master_user_secret[0].secret_arn
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Subnets of ${var.tags.component}'s database in ${var.tags.environment}"
  subnet_ids  = var.subnet_ids
  tags        = var.tags
}

# RDS would set seven days, see README.
resource "aws_secretsmanager_secret_rotation" "this" {
  secret_id          = local.secret_arn
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.password_rotation_days
  }
}

# Not a secret: found by whoever knows the service's name, such as an ExternalSecret.
resource "aws_ssm_parameter" "host" {
  name        = "/${var.tags.environment}/${var.tags.component}/database/host"
  description = "Host of ${var.tags.component}'s database"
  type        = "String"
  value       = local.host
  tags        = var.tags
}
