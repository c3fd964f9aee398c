output "role_arn" {
{% if values.spec.platform == 'eks' %}
  description = "Role that the service account assumes; the overlay of this environment names it."
{% else %}
  description = "Role that the tasks of the ECS service run with."
{% endif %}
  value       = module.identity.role_arn
}

output "image_repository" {
  description = "Where the images are, without a tag."
  value       = module.images.url
}

output "push_role_arn" {
  description = "Role that the workflows of ${{ values.service.slug }} push images with."
  value       = module.images.push_role_arn
}
