resource "terraform_data" "this" {
  input = "new"
}
