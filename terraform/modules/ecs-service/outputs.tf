output "service_name" {
  description = "Name of the ECS service."
  value       = aws_ecs_service.this.name
}

output "security_group_id" {
  description = "Security group of the tasks, which databases let in."
  value       = aws_security_group.this.id
}

output "execution_role_arn" {
  description = "Role that ECS starts tasks with."
  value       = aws_iam_role.execution.arn
}

output "log_group_name" {
  description = "Where the logs are: streams `service/...` and `migrate/...`."
  value       = local.log_group
}

output "url" {
  description = "Where the service is reached. Empty without ingress."
  value       = var.ingress == null ? "" : "https://${var.ingress.hostname}"
}

output "migration" {
  description = "What `aws ecs run-task` needs for a migration; its log streams start with `log_stream_prefix`. Null without one."
  value = length(var.migration_command) == 0 ? null : {
    cluster            = var.cluster_name
    task_definition    = one(aws_ecs_task_definition.migrations[*].family)
    container          = "migrate"
    subnet_ids         = var.subnet_ids
    security_group_ids = [aws_security_group.this.id]
    log_group_name     = local.log_group
    log_stream_prefix  = "migrate/migrate/"
  }
}
