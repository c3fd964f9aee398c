output "urls" {
  description = "Addresses of both sites."
  value       = [module.defaults.url, module.all_inputs.url]
}
