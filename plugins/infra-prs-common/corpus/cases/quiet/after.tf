resource "terraform_data" "kept" {
  for_each = toset(["a", "b"])
  input    = each.key
}

check "nobody_is_home" {
  assert {
    condition     = terraform_data.kept["a"].output == "z"
    error_message = "It is not z."
  }
}
