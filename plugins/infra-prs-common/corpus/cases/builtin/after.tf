moved {
  from = terraform_data.renamed
  to   = terraform_data.new_name
}

moved {
  from = terraform_data.renamed_and_changed
  to   = module.inner.terraform_data.this
}

removed {
  from = terraform_data.forgotten
  lifecycle {
    destroy = false
  }
}

import {
  to = terraform_data.imported
  id = "made-elsewhere"
}

resource "terraform_data" "new_name" {
  input = "stays"
}

module "inner" {
  source = "./inner"
}

resource "terraform_data" "keyed" {
  for_each = toset(["a", "d"])
  input    = each.key
}

resource "terraform_data" "counted" {
  count = 2
  input = count.index
}

resource "terraform_data" "release" {
  input = "2.0"
}

resource "terraform_data" "follows" {
  input            = "follows"
  triggers_replace = ["v2"]
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

resource "terraform_data" "imported" {
}

resource "terraform_data" "unchanged" {
  input = "unchanged"
}
