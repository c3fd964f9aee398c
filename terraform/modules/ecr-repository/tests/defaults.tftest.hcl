mock_provider "aws" {}

variables {
  name                     = "order-mailer"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  github_repository        = "acme/order-mailer"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
  tags = {
    component   = "order-mailer"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_ecr_repository.this.name == "order-mailer" && output.url == "111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-mailer"
    error_message = "the repository must be named after the service"
  }

  assert {
    condition     = output.push_role_arn == "arn:aws:iam::111111111111:role/dev-order-mailer-push"
    error_message = "the workflows of the service must find their role"
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this.policy).rules[0].selection.countNumber == 7 && jsondecode(aws_ecr_lifecycle_policy.this.policy).rules[1].selection.countNumber == 50
    error_message = "untagged images must go after 7 days, and 50 images be kept"
  }
}

run "posture" {
  command = plan

  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE" && !aws_ecr_repository.this.force_delete
    error_message = "a tag must not move and images must not be lost"
  }

  assert {
    condition     = aws_ecr_repository.this.image_scanning_configuration[0].scan_on_push
    error_message = "images must be scanned"
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "AES256"
    error_message = "images must be encrypted"
  }

  assert {
    condition     = jsondecode(aws_ecr_repository_policy.this.policy).Statement[0].Principal == { AWS = "arn:aws:iam::111111111111:root" }
    error_message = "no other account may pull"
  }

  assert {
    condition = jsondecode(aws_iam_role.push.assume_role_policy).Statement[0].Condition.StringEquals == {
      "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
      "token.actions.githubusercontent.com:sub" = "repo:acme/order-mailer:ref:refs/heads/main"
    }
    error_message = "only the main branch of the service's repository may push"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.push.policy).Statement[1].Resource == "arn:aws:ecr:eu-west-1:111111111111:repository/order-mailer" && !strcontains(aws_iam_role_policy.push.policy, "Delete")
    error_message = "workflows must push to one repository and delete nothing"
  }
}

run "overrides" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    kept_images = 200
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "KMS" && aws_ecr_repository.this.encryption_configuration[0].kms_key == "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    error_message = "the key must reach the repository"
  }

  assert {
    condition     = jsondecode(aws_ecr_lifecycle_policy.this.policy).rules[1].selection.countNumber == 200
    error_message = "the number must reach the lifecycle policy"
  }
}
