resource "aws_db_instance" "orders" {
  identifier                  = "corpus-orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  deletion_protection         = true
  multi_az                    = true
  backup_retention_period     = 14
  skip_final_snapshot         = false
  final_snapshot_identifier   = "corpus-orders-last"
}

resource "aws_db_instance" "scratch" {
  identifier          = "corpus-scratch"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "app"
  password            = "corpus-secret-database"
  skip_final_snapshot = true
}
