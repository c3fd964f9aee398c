output "hosts" {
  description = "Where the caches are."
  value       = [module.one_node.host, module.two_nodes_with_all_inputs.host]
}
