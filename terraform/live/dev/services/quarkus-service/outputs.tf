output "role_arn" {
  description = "Role that the service account assumes; the overlay of this environment names it."
  value       = module.identity.role_arn
}

output "image_repository" {
  description = "Where the images are, without a tag."
  value       = module.images.url
}

output "push_role_arn" {
  description = "Role that the workflows of acme/quarkus-service push images with."
  value       = module.images.push_role_arn
}
