output "sender_arn" {
  description = "What sends to the queue: ARN of the topic, or of the rule."
  value       = local.sender_arn
}
