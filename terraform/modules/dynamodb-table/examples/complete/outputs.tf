output "arns" {
  description = "ARNs of both tables."
  value       = [module.defaults.arn, module.all_inputs.arn]
}
