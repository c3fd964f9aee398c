# Facts of the dev environment that every service root reads: literals, so that a plan needs no account.

output "name" {
  description = "Name of the environment, as in the portal's slipway.environments."
  value       = "dev"
}

output "account_id" {
  description = "AWS account of the environment."
  value       = "111111111111"
}

output "region" {
  description = "AWS region of the environment."
  value       = "eu-west-1"
}

output "oidc_provider_arn" {
  description = "IAM OIDC provider of the EKS cluster dev-eks."
  value       = "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/D1E5A0F3C2B4968778695A4B3C2D1E0F"
}

output "oidc_provider_url" {
  description = "Issuer of the EKS cluster dev-eks, without https://."
  value       = "oidc.eks.eu-west-1.amazonaws.com/id/D1E5A0F3C2B4968778695A4B3C2D1E0F"
}

output "alarm_topic_arns" {
  description = "SNS topics that alarms of the environment go to."
  value       = ["arn:aws:sns:eu-west-1:111111111111:dev-alarms"]
}
