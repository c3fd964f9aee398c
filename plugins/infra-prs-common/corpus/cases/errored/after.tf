resource "terraform_data" "fine" {
  input = "new"
}

resource "terraform_data" "refused" {
  input = "x"
  lifecycle {
    precondition {
      condition     = terraform_data.fine.input == "old"
      error_message = "The fine one has to stay old."
    }
  }
}
