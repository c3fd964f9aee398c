output "role_name" {
  description = "Name of the role, for further policies."
  value       = aws_iam_role.this.name
}

output "role_arn" {
  description = "ARN of the role, for the service account's `eks.amazonaws.com/role-arn` or the task definition."
  value       = "arn:aws:iam::${var.account_id}:role/${var.name}"
}
