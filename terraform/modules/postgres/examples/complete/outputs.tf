output "hosts" {
  description = "Where the databases are."
  value       = [module.single.host, module.aurora_with_all_inputs.host, module.aurora_with_all_inputs.reader_host]
}
