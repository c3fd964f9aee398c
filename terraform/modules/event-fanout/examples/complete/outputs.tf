output "sender_arns" {
  description = "What sends to the queue."
  value       = [module.from_topic.sender_arn, module.from_bus.sender_arn]
}
