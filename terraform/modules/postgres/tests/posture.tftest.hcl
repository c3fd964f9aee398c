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

run "single_instance" {
  command = plan

  assert {
    condition     = aws_db_instance.this[0].storage_encrypted && !aws_db_instance.this[0].publicly_accessible
    error_message = "the instance must be encrypted and private"
  }

  assert {
    condition     = aws_db_instance.this[0].manage_master_user_password && aws_db_instance.this[0].password == null
    error_message = "the password must never be in the state"
  }

  assert {
    condition     = aws_db_instance.this[0].deletion_protection && !aws_db_instance.this[0].skip_final_snapshot && aws_db_instance.this[0].final_snapshot_identifier == "dev-order-api-database-final" && !aws_db_instance.this[0].delete_automated_backups
    error_message = "who says nothing must not be able to lose the data"
  }

  assert {
    condition     = { for p in aws_db_parameter_group.this[0].parameter : p.name => p.value }["rds.force_ssl"] == "1" && aws_db_parameter_group.this[0].family == "postgres17"
    error_message = "connections without TLS must be refused"
  }

  assert {
    condition     = aws_db_instance.this[0].performance_insights_enabled && aws_db_instance.this[0].enabled_cloudwatch_logs_exports == toset(["postgresql", "upgrade"])
    error_message = "what the database does must be seen"
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.client) == 1 && aws_vpc_security_group_ingress_rule.client["service"].referenced_security_group_id == "sg-05e41ce0000000001" && aws_vpc_security_group_ingress_rule.client["service"].from_port == 5432 && aws_vpc_security_group_ingress_rule.client["service"].to_port == 5432
    error_message = "only the named groups must get in"
  }

  assert {
    condition     = aws_db_instance.this[0].tags["owner"] == "orders" && aws_db_instance.this[0].copy_tags_to_snapshot
    error_message = "instance and snapshots must say whose they are"
  }
}

run "aurora" {
  command = plan

  variables {
    high_availability = true
  }

  assert {
    condition     = aws_rds_cluster.this[0].storage_encrypted && alltrue([for i in aws_rds_cluster_instance.this : !i.publicly_accessible && i.performance_insights_enabled])
    error_message = "the cluster must be encrypted and private, and be seen"
  }

  assert {
    condition     = aws_rds_cluster.this[0].manage_master_user_password && aws_rds_cluster.this[0].master_password == null
    error_message = "the password must never be in the state"
  }

  assert {
    condition     = aws_rds_cluster.this[0].deletion_protection && !aws_rds_cluster.this[0].skip_final_snapshot && aws_rds_cluster.this[0].final_snapshot_identifier == "dev-order-api-database-final"
    error_message = "who says nothing must not be able to lose the data"
  }

  assert {
    condition     = { for p in aws_rds_cluster_parameter_group.this[0].parameter : p.name => p.value }["rds.force_ssl"] == "1"
    error_message = "connections without TLS must be refused"
  }
}

run "gives_up_protection_only_when_told" {
  command = plan

  variables {
    deletion_protection = false
  }

  assert {
    condition     = !aws_db_instance.this[0].deletion_protection && aws_db_instance.this[0].skip_final_snapshot && aws_db_instance.this[0].storage_encrypted
    error_message = "an environment for trying things out must be easy to remove, and still encrypted"
  }
}

run "deletes_a_cluster_only_with_a_last_snapshot" {
  command = plan

  variables {
    high_availability   = true
    deletion_protection = false
  }

  assert {
    condition     = !aws_rds_cluster.this[0].deletion_protection && !aws_rds_cluster.this[0].skip_final_snapshot && !aws_rds_cluster.this[0].delete_automated_backups
    error_message = "a database that mattered must not go without a trace"
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
