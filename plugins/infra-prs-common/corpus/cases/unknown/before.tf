resource "terraform_data" "source" {
  input = "old"
}

resource "terraform_data" "target" {
  for_each = toset(["one", "two"])
  input = {
    list   = ["fixed", terraform_data.source.output]
    nested = { known = "yes", made = terraform_data.source.output }
    secret = sensitive({ user = "app", password = "corpus-secret-before-${each.key}" })
  }
}
