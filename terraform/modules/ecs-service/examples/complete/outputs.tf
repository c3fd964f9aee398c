output "service_names" {
  description = "Names of the ECS services."
  value       = [module.defaults.service_name, module.all_inputs.service_name]
}

output "migration" {
  description = "What `aws ecs run-task` needs."
  value       = module.all_inputs.migration
}
