output "role_arn" {
  description = "ARN of the role, for the service account's `eks.amazonaws.com/role-arn` or the task definition."
  value       = "arn:aws:iam::${var.account_id}:role/${var.name}"

  # Whoever reads the ARN wants a role that exists, although the text alone does not say so.
  depends_on = [aws_iam_role.this]
}

output "role_name" {
  description = "Name of the role, to which features attach their rights."
  value       = aws_iam_role.this.name
}
