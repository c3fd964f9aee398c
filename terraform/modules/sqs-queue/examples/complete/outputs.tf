output "arns" {
  description = "ARNs of the queues."
  value       = [module.defaults.arn, module.all_inputs.arn, module.fifo.arn]
}
