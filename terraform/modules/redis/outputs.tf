output "host" {
  description = "Host that takes reads and writes."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "port" {
  description = "Port of the cache. TLS is required."
  value       = local.port
}

output "security_group_id" {
  description = "Security group of the cache, for rules that let clients out to it, or in."
  value       = aws_security_group.this.id
}
