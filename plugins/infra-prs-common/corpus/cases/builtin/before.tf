# What moves, is tainted, is counted down, is forgotten. Only the provider that Terraform brings along.
resource "terraform_data" "renamed" {
  input = "stays"
}

resource "terraform_data" "renamed_and_changed" {
  input = "old"
}

resource "terraform_data" "keyed" {
  for_each = toset(["a", "b", "c\"<b>"])
  input    = each.key
}

resource "terraform_data" "counted" {
  count = 3
  input = count.index
}

resource "terraform_data" "forgotten" {
  input = "stays where it is"
}

resource "terraform_data" "release" {
  input = "1.0"
}

resource "terraform_data" "follows" {
  input            = "follows"
  triggers_replace = ["v1"]
}

resource "terraform_data" "tied" {
  input = "tied"
  lifecycle {
    replace_triggered_by = [terraform_data.release]
  }
}

resource "terraform_data" "tainted" {
  input = "broken"
}

resource "terraform_data" "unchanged" {
  input = "unchanged"
}
