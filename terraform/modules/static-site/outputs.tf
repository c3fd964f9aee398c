output "url" {
  description = "Address of the site."
  value       = "https://${var.domain_name}"
}

output "bucket_name" {
  description = "Bucket that holds the files."
  value       = local.bucket_name
}

output "distribution_id" {
  description = "CloudFront distribution, whose cache a deployment invalidates."
  value       = aws_cloudfront_distribution.this.id
}

output "deploy_role_arn" {
  description = "Role that the site's workflows deploy with."
  value       = "arn:aws:iam::${var.account_id}:role/${aws_iam_role.deploy.name}"
}
