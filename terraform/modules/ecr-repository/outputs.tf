output "arn" {
  description = "ARN of the repository."
  value       = local.arn
}

output "url" {
  description = "What images are pushed to and pulled from, without a tag."
  value       = "${var.account_id}.dkr.ecr.${var.region}.amazonaws.com/${var.name}"
}

output "push_role_arn" {
  description = "Role that the service's workflows push images with."
  value       = "arn:aws:iam::${var.account_id}:role/${aws_iam_role.push.name}"
}

output "push_role_name" {
  description = "Name of the role that the service's workflows push images with."
  value       = aws_iam_role.push.name
}
