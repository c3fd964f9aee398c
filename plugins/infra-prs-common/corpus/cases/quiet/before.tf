resource "terraform_data" "kept" {
  for_each = toset(["a", "b"])
  input    = each.key
}
