resource "terraform_data" "fine" {
  input = "old"
}
