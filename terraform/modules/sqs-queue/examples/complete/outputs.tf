output "arns" {
  description = "ARNs of both queues."
  value       = [module.defaults.arn, module.all_inputs.arn]
}
