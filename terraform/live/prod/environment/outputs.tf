# Facts that every service root reads: literals, so that a plan needs no account. Their schema is facts.schema.json.
locals {
  facts = jsondecode(file("${path.module}/facts.json"))
}

output "name" {
  description = "Name of the environment, as in the portal's slipway.environments."
  value       = local.facts.name
}

output "account_id" {
  description = "AWS account of the environment."
  value       = local.facts.account_id
}

output "region" {
  description = "AWS region of the environment."
  value       = local.facts.region
}

output "vpc_id" {
  description = "VPC that workloads run in."
  value       = local.facts.vpc_id
}

output "private_subnet_ids" {
  description = "Subnets of workloads, one for each zone."
  value       = local.facts.private_subnet_ids
}

output "database_subnet_ids" {
  description = "Subnets of databases and caches, one for each zone."
  value       = local.facts.database_subnet_ids
}

output "ecs_cluster" {
  description = "ECS cluster: name, arn, security_group_id. Null where there is none."
  value       = local.facts.ecs_cluster
}

output "eks_cluster" {
  description = "EKS cluster: name, oidc_provider_arn, oidc_provider_url without https://, security_group_id of its nodes. Null where there is none."
  value       = local.facts.eks_cluster
}

output "load_balancers" {
  description = "Shared load balancers `public` and `internal`: listener_arn, security_group_id, dns_name, zone_id, arn_suffix. Null where there is none."
  value       = local.facts.load_balancers
}

output "domain" {
  description = "Domain that services get a name below."
  value       = local.facts.domain
}

output "hosted_zone_id" {
  description = "Route 53 zone of the domain."
  value       = local.facts.hosted_zone_id
}

output "cloudfront_certificate_arn" {
  description = "ACM certificate of the domain in us-east-1, for CloudFront."
  value       = local.facts.cloudfront_certificate_arn
}

output "github_oidc_provider_arn" {
  description = "IAM OIDC provider of GitHub Actions."
  value       = local.facts.github_oidc_provider_arn
}

output "alarm_topic_arns" {
  description = "SNS topics that alarms of the environment go to."
  value       = local.facts.alarm_topic_arns
}

output "topics" {
  description = "SNS topics that services may subscribe and publish to: name to ARN."
  value       = local.facts.topics
}

output "event_buses" {
  description = "EventBridge buses that services may subscribe and publish to: name to ARN."
  value       = local.facts.event_buses
}

output "protected" {
  description = "True where databases and tables cannot be deleted by mistake and run in two zones."
  value       = local.facts.protected
}

output "oidc_provider_arn" {
  description = "IAM OIDC provider of the EKS cluster."
  value       = local.facts.eks_cluster.oidc_provider_arn
}

output "oidc_provider_url" {
  description = "Issuer of the EKS cluster, without https://."
  value       = local.facts.eks_cluster.oidc_provider_url
}
