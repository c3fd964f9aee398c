output "role_arns" {
  description = "ARNs of the roles."
  value = [
    module.with_irsa.role_arn,
    module.with_pod_identity.role_arn,
    module.on_ecs.role_arn,
  ]
}
