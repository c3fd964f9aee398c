# Who may deploy: workflows of the site's main branch, with a token that GitHub signs and nobody stores.
# https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
resource "aws_iam_role" "deploy" {
  name                 = "${var.name}-deploy"
  description          = "Workflows of ${var.github_repository} deploy ${var.name}."
  max_session_duration = 3600
  tags                 = var.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "MainBranchOnly"
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = var.github_oidc_provider_arn }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:${var.github_repository}:ref:refs/heads/main"
        }
      }
    }]
  })
}

locals {
  # What a workflow cannot know beforehand, it reads here.
  parameters    = "/${var.tags.environment}/${var.tags.component}/site"
  parameter_arn = "arn:aws:ssm:${var.region}:${var.account_id}:parameter${local.parameters}"
}

# No deletion: what is open in a browser keeps finding its files, and a deployment cannot empty the site.
resource "aws_iam_role_policy" "deploy" {
  name = "deploy-site"
  role = aws_iam_role.deploy.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "CompareFiles"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = local.bucket_arn
      },
      {
        Sid      = "PutFiles"
        Effect   = "Allow"
        Action   = ["s3:PutObject"]
        Resource = "${local.bucket_arn}/*"
      },
      {
        Sid      = "Invalidate"
        Effect   = "Allow"
        Action   = ["cloudfront:CreateInvalidation"]
        Resource = local.distribution_arn
      },
      {
        Sid      = "FindSite"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter", "ssm:GetParameters"]
        Resource = ["${local.parameter_arn}/bucket", "${local.parameter_arn}/distribution-id"]
      },
    ]
  })
}

resource "aws_ssm_parameter" "bucket" {
  name        = "${local.parameters}/bucket"
  description = "Bucket with the files of ${var.name}."
  type        = "String"
  value       = local.bucket_name
  tags        = var.tags
}

resource "aws_ssm_parameter" "distribution_id" {
  name        = "${local.parameters}/distribution-id"
  description = "CloudFront distribution of ${var.name}."
  type        = "String"
  value       = aws_cloudfront_distribution.this.id
  tags        = var.tags
}
