resource "terraform_data" "source" {
  input            = "new"
  triggers_replace = ["again"]
  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "target" {
  for_each = toset(["one", "two"])
  input = {
    list   = ["fixed", terraform_data.source.output, "more"]
    nested = { known = "no", made = terraform_data.source.id }
    secret = sensitive({ user = "app", password = "corpus-secret-after-${each.key}" })
  }
}

data "terraform_remote_state" "later" {
  backend    = "local"
  config     = { path = "${path.module}/${terraform_data.source.id}.tfstate" }
  depends_on = [terraform_data.source]
}

output "password" {
  value     = terraform_data.target["one"].input.secret.password
  sensitive = true
}
