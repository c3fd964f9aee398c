output "role_arn" {
  description = "Role that the service account assumes; the overlay of this environment names it."
  value       = module.identity.role_arn
}
