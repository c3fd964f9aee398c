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
    condition     = length(aws_db_instance.this) == 1 && length(aws_rds_cluster.this) == 0 && length(aws_rds_cluster_instance.this) == 0
    error_message = "without high availability there must be one instance"
  }

  assert {
    condition     = aws_db_instance.this[0].identifier == "dev-order-api-database" && aws_db_instance.this[0].db_name == "app" && aws_db_instance.this[0].instance_class == "db.t4g.micro"
    error_message = "the smallest instance must be the default"
  }

  assert {
    condition     = aws_db_instance.this[0].allocated_storage == 20 && aws_db_instance.this[0].max_allocated_storage == 100 && aws_db_instance.this[0].backup_retention_period == 7
    error_message = "storage must grow and backups be kept"
  }

  assert {
    condition     = aws_ssm_parameter.host.name == "/dev/order-api/database/host" && aws_ssm_parameter.host.type == "String"
    error_message = "the host must be found by the service's name"
  }

  assert {
    condition     = aws_secretsmanager_secret_rotation.this.rotation_rules[0].automatically_after_days == 90 && !aws_secretsmanager_secret_rotation.this.rotate_immediately
    error_message = "the password must be rotated, and not at once"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.storage.metric_name == "FreeStorageSpace" && aws_cloudwatch_metric_alarm.cpu.dimensions == tomap({ DBInstanceIdentifier = "dev-order-api-database" })
    error_message = "the alarms must look at the instance"
  }
}

run "aurora" {
  command = plan

  variables {
    name              = "prod-order-api"
    high_availability = true
    max_connections   = 300
    alarm_topic_arns  = ["arn:aws:sns:eu-west-1:222222222222:prod-alarms"]
  }

  assert {
    condition     = length(aws_db_instance.this) == 0 && length(aws_rds_cluster.this) == 1 && length(aws_rds_cluster_instance.this) == 2
    error_message = "high availability must be a writer and a reader"
  }

  assert {
    condition     = aws_rds_cluster.this[0].cluster_identifier == "prod-order-api-database" && aws_rds_cluster_instance.this[1].identifier == "prod-order-api-2" && aws_rds_cluster_instance.this[0].instance_class == "db.t4g.medium"
    error_message = "the cluster must be named as asked, with the smallest class of Aurora"
  }

  assert {
    condition     = aws_rds_cluster_parameter_group.this[0].family == "aurora-postgresql17"
    error_message = "the parameters must be those of the version"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.connections.dimensions == tomap({ DBClusterIdentifier = "prod-order-api-database", Role = "WRITER" }) && aws_cloudwatch_metric_alarm.connections.threshold == 300 && aws_cloudwatch_metric_alarm.connections.alarm_actions == toset(["arn:aws:sns:eu-west-1:222222222222:prod-alarms"])
    error_message = "the alarms must look at whoever writes"
  }
}
