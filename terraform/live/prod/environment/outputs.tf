# Facts of the prod environment that every service root reads: literals, so that a plan needs no account.

output "name" {
  description = "Name of the environment, as in the portal's slipway.environments."
  value       = "prod"
}

output "account_id" {
  description = "AWS account of the environment."
  value       = "222222222222"
}

output "region" {
  description = "AWS region of the environment."
  value       = "eu-west-1"
}

output "oidc_provider_arn" {
  description = "IAM OIDC provider of the EKS cluster prod-eks."
  value       = "arn:aws:iam::222222222222:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/B0D2F4A6C8E01357924680ACE13579BD"
}

output "oidc_provider_url" {
  description = "Issuer of the EKS cluster prod-eks, without https://."
  value       = "oidc.eks.eu-west-1.amazonaws.com/id/B0D2F4A6C8E01357924680ACE13579BD"
}

output "alarm_topic_arns" {
  description = "SNS topics that alarms of the environment go to."
  value       = ["arn:aws:sns:eu-west-1:222222222222:prod-alarms"]
}
