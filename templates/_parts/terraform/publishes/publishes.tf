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
{% for topic in values.spec.publishesTo | sort %}
        module.environment.topics["${{ topic }}"],
{% endfor %}
      ]
    }]
  })
}
