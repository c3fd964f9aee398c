mock_provider "aws" {
  mock_resource "aws_cloudfront_function" {
    defaults = {
      arn = "arn:aws:cloudfront::111111111111:function/dev-shop-pages"
    }
  }

  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      id          = "E2QWRUHAPOMQZL"
      domain_name = "d111111abcdef8.cloudfront.net"
    }
  }
}

variables {
  name                     = "dev-shop"
  account_id               = "111111111111"
  region                   = "eu-west-1"
  domain_name              = "shop.dev.acme.example"
  hosted_zone_id           = "Z0D1E78ABCDEFGHIJ1KLM"
  certificate_arn          = "arn:aws:acm:us-east-1:111111111111:certificate/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
  github_repository        = "acme/shop"
  github_oidc_provider_arn = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"
  tags = {
    component   = "shop"
    owner       = "orders"
    system      = "order-system"
    environment = "dev"
  }
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_s3_bucket.this.bucket == "dev-shop-111111111111" && aws_s3_bucket.this.tags["owner"] == "orders"
    error_message = "the bucket must be named after site and account, and say whose it is"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.aliases == toset(["shop.dev.acme.example"]) && aws_cloudfront_distribution.this.http_version == "http2and3" && aws_cloudfront_distribution.this.default_root_object == "index.html"
    error_message = "the distribution must answer by the site's name"
  }

  assert {
    condition     = keys(aws_route53_record.this) == ["A", "AAAA"]
    error_message = "the name must lead to the distribution by IPv4 and IPv6"
  }

  assert {
    condition     = length(aws_cloudfront_distribution.this.ordered_cache_behavior) == 0 && length(aws_cloudfront_distribution.this.origin) == 1 && length(aws_cloudfront_distribution.this.logging_config) == 0
    error_message = "without an API and logs there must be one origin"
  }
}

run "posture" {
  command = plan

  assert {
    condition     = alltrue([for kind in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] : aws_s3_bucket_public_access_block.this[kind]])
    error_message = "the bucket must not be public by any way"
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled" && !aws_s3_bucket.this.force_destroy
    error_message = "files must be kept in versions, and not be deleted with the bucket"
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "files must be encrypted"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "browsers must come by TLS 1.2 or newer"
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.this.signing_behavior == "always" && aws_cloudfront_origin_access_control.this.origin_access_control_origin_type == "s3"
    error_message = "the distribution must sign what it asks of the bucket"
  }

  assert {
    condition     = aws_cloudfront_response_headers_policy.this.security_headers_config[0].frame_options[0].frame_option == "DENY" && strcontains(aws_cloudfront_response_headers_policy.this.security_headers_config[0].content_security_policy[0].content_security_policy, "default-src 'self'")
    error_message = "security headers must be strict by default"
  }

  assert {
    condition     = jsondecode(aws_iam_role.deploy.assume_role_policy).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:acme/shop:ref:refs/heads/main"
    error_message = "only the main branch of the site's repository may deploy"
  }
}

run "rights" {
  command = apply

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[0].Effect == "Deny" && jsondecode(aws_s3_bucket_policy.this.policy).Statement[1].Condition.StringEquals["aws:SourceArn"] == "arn:aws:cloudfront::111111111111:distribution/E2QWRUHAPOMQZL"
    error_message = "plain HTTP must be denied, and only this distribution may read"
  }

  assert {
    condition     = flatten([for statement in jsondecode(aws_iam_role_policy.deploy.policy).Statement : statement.Action]) == ["s3:ListBucket", "s3:PutObject", "cloudfront:CreateInvalidation", "ssm:GetParameter", "ssm:GetParameters"]
    error_message = "a deployment may put files and invalidate, and no more"
  }

  assert {
    condition     = !anytrue([for statement in jsondecode(aws_iam_role_policy.deploy.policy).Statement : contains(flatten([statement.Resource]), "*")])
    error_message = "a deployment must reach this site only"
  }

  assert {
    condition     = aws_ssm_parameter.distribution_id.name == "/dev/shop/site/distribution-id" && aws_ssm_parameter.distribution_id.value == "E2QWRUHAPOMQZL"
    error_message = "a workflow must find the distribution"
  }
}

run "with_an_api" {
  command = plan

  variables {
    api_domain_name   = "orders.dev.acme.example"
    access_log_bucket = "acme-logs.s3.amazonaws.com"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.ordered_cache_behavior[0].path_pattern == "/api/*" && aws_cloudfront_distribution.this.ordered_cache_behavior[0].cache_policy_id == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    error_message = "requests to the API must not be cached"
  }

  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : origin.custom_origin_config[0].origin_protocol_policy if origin.origin_id == "api"]) == "https-only"
    error_message = "the API must be reached by TLS"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.logging_config[0].bucket == "acme-logs.s3.amazonaws.com"
    error_message = "inputs must reach the distribution"
  }
}

run "long_name" {
  command = plan

  variables {
    name = "integration-tests-eu-customer-relationship-portal-site-of"
  }

  assert {
    condition     = length(aws_s3_bucket.this.bucket) <= 63 && endswith(aws_s3_bucket.this.bucket, "-111111111111")
    error_message = "a long name must be cut to what S3 takes"
  }
}
