output "task_role_arn" {
  description = "Role that the tasks of the ECS service run with."
  value       = module.identity.role_arn
}
