output "name" {
  description = "Name of the queue."
  value       = aws_sqs_queue.this.name
}

output "arn" {
  description = "ARN of the queue."
  value       = local.arn
}

output "url" {
  description = "URL of the queue."
  value       = aws_sqs_queue.this.url
}

output "dlq_name" {
  description = "Name of the dead-letter queue."
  value       = aws_sqs_queue.dlq.name
}

output "dlq_arn" {
  description = "ARN of the dead-letter queue."
  value       = local.dlq_arn
}

output "allowed_source_arns" {
  description = "What the queue's policy lets send to it: ARNs of topics and rules. The module event-fanout checks that its own is among them."
  value       = concat(local.topic_arns, local.rule_arns)
}
