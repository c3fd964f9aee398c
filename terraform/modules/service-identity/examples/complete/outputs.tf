output "role_arns" {
  description = "ARNs of both roles."
  value       = [module.on_eks.role_arn, module.on_ecs.role_arn]
}
