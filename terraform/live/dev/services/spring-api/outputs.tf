output "role_arn" {
  description = "Role that the tasks of the ECS service run with."
  value       = module.identity.role_arn
}

output "image_repository" {
  description = "Where the images are, without a tag."
  value       = module.images.url
}

output "push_role_arn" {
  description = "Role that the workflows of acme/spring-api push images with."
  value       = module.images.push_role_arn
}
