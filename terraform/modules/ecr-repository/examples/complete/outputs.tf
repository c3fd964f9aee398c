output "urls" {
  description = "Where images go."
  value       = [module.defaults.url, module.all_inputs.url]
}

output "push_role_arns" {
  description = "What the workflows push with."
  value       = [module.defaults.push_role_arn, module.all_inputs.push_role_arn]
}
