resource "aws_db_instance" "orders" {
  identifier                  = "corpus-orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  deletion_protection         = false
  multi_az                    = false
  publicly_accessible         = true
  backup_retention_period     = 1
  skip_final_snapshot         = true
}
