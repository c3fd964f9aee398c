output "host" {
  description = "Host that takes reads and writes."
  value       = local.host
}

output "reader_host" {
  description = "Host that takes reads: of Aurora's reader, else the same."
  value       = local.reader_host
}

output "port" {
  description = "Port of the database. TLS is required."
  value       = local.port
}

output "database_name" {
  description = "Name of the database."
  value       = var.database_name
}

output "secret_arn" {
  description = "Secret that RDS keeps with the keys `username` and `password`."
  value       = local.secret_arn
}

output "security_group_id" {
  description = "Security group of the database, for rules that let clients out to it, or in."
  value       = aws_security_group.this.id
}
