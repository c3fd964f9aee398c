resource "aws_iam_role_policy" "publishes" {
  name = "publish-to-topics"
  role = module.identity.role_name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "PublishToTopics"
      Effect = "Allow"
      Action = ["sns:Publish"]
      Resource = [
        module.environment.topics["orders-events"],
      ]
    }]
  })
}
