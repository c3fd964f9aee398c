output "url" {
  description = "Address of the site."
  value       = module.site.url
}

output "bucket_name" {
  description = "Bucket that holds the files."
  value       = module.site.bucket_name
}

output "distribution_id" {
  description = "CloudFront distribution, whose cache a deployment invalidates."
  value       = module.site.distribution_id
}

output "deploy_role_arn" {
  description = "Role that the workflows of ${{ values.service.slug }} deploy with."
  value       = module.site.deploy_role_arn
}
