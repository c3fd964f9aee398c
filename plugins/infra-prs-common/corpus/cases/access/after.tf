resource "aws_iam_role" "app" {
  name = "corpus-app"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        Service = "ecs-tasks.amazonaws.com"
        AWS     = "arn:aws:iam::999999999999:root"
      }
    }]
  })
}

resource "aws_iam_role_policy" "app" {
  name = "queues"
  role = aws_iam_role.app.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Send"
      Effect   = "Allow"
      Action   = ["sqs:*", "iam:PassRole"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "reordered" {
  name = "corpus-reordered"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:GetQueueUrl"
        Resource = "arn:aws:sqs:eu-west-1:123456789012:*"
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:eu-west-1:123456789012:corpus-*"
      },
    ]
  })
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "db" {
  name   = "corpus-db"
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0", "10.0.0.0/16"]
  }
  ingress {
    from_port   = 9187
    to_port     = 9187
    protocol    = "tcp"
    cidr_blocks = ["10.0.1.0/24"]
  }
}

resource "aws_security_group" "web" {
  name   = "corpus-web"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_s3_bucket" "files" {
  bucket = "corpus-files"
}

resource "aws_s3_bucket_public_access_block" "files" {
  bucket                  = aws_s3_bucket.files.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_sns_topic" "events" {
  name = "corpus-events"
}

resource "aws_sns_topic_policy" "events" {
  arn = aws_sns_topic.events.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Principal = "*"
      Resource  = "arn:aws:sns:eu-west-1:123456789012:corpus-events"
    }]
  })
}

# Read only once the topic is there.
data "aws_iam_policy_document" "later" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.more.arn]
  }
}

resource "aws_sns_topic" "more" {
  name = "corpus-more"
}

resource "aws_iam_policy" "later" {
  name   = "corpus-later"
  policy = data.aws_iam_policy_document.later.json
}
