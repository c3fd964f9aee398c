# What an environment's platform is, as small as the roots of services need it: the apply proof makes it in an emulated
# account and writes the facts from the output.
locals {
  name       = "dev"
  account_id = "111111111111"
  region     = "eu-west-1"
  zones      = ["a", "b"]
  oidc       = "oidc.eks.eu-west-1.amazonaws.com/id/D1E5A0F3C2B4968778695A4B3C2D1E0F"
}

resource "aws_vpc" "this" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "private" {
  count = length(local.zones)

  vpc_id            = aws_vpc.this.id
  cidr_block        = "10.1.${count.index}.0/24"
  availability_zone = "${local.region}${local.zones[count.index]}"
}

resource "aws_subnet" "database" {
  count = length(local.zones)

  vpc_id            = aws_vpc.this.id
  cidr_block        = "10.1.${count.index + 10}.0/24"
  availability_zone = "${local.region}${local.zones[count.index]}"
}

resource "aws_security_group" "this" {
  for_each = toset(["balancer", "ecs", "eks"])

  name   = "dev-${each.key}"
  vpc_id = aws_vpc.this.id
}

resource "aws_lb" "public" {
  name               = "dev-public"
  load_balancer_type = "application"
  subnets            = aws_subnet.private[*].id
  security_groups    = [aws_security_group.this["balancer"].id]
}

resource "aws_lb_listener" "public" {
  load_balancer_arn = aws_lb.public.arn
  port              = 80

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_ecs_cluster" "this" {
  name = local.name
}

resource "aws_iam_openid_connect_provider" "this" {
  for_each = toset([local.oidc, "token.actions.githubusercontent.com"])

  url             = "https://${each.value}"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"]
}

resource "aws_route53_zone" "this" {
  name = "dev.acme.example"
}

resource "aws_sns_topic" "this" {
  for_each = toset(["dev-alarms", "dev-orders-events"])

  name = each.key
}

resource "aws_cloudwatch_event_bus" "this" {
  name = "dev-acme-events"
}

output "facts" {
  value = {
    name                = local.name
    account_id          = local.account_id
    region              = local.region
    vpc_id              = aws_vpc.this.id
    private_subnet_ids  = aws_subnet.private[*].id
    database_subnet_ids = aws_subnet.database[*].id

    ecs_cluster = {
      name              = aws_ecs_cluster.this.name
      arn               = aws_ecs_cluster.this.arn
      security_group_id = aws_security_group.this["ecs"].id
    }

    eks_cluster = {
      name              = "dev-eks"
      oidc_provider_arn = aws_iam_openid_connect_provider.this[local.oidc].arn
      oidc_provider_url = local.oidc
      security_group_id = aws_security_group.this["eks"].id
    }

    load_balancers = {
      internal = null
      public = {
        listener_arn      = aws_lb_listener.public.arn
        security_group_id = aws_security_group.this["balancer"].id
        dns_name          = aws_lb.public.dns_name
        zone_id           = aws_lb.public.zone_id
        arn_suffix        = aws_lb.public.arn_suffix
      }
    }

    domain                     = aws_route53_zone.this.name
    hosted_zone_id             = aws_route53_zone.this.zone_id
    cloudfront_certificate_arn = "arn:aws:acm:us-east-1:${local.account_id}:certificate/0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
    github_oidc_provider_arn   = aws_iam_openid_connect_provider.this["token.actions.githubusercontent.com"].arn
    alarm_topic_arns           = [aws_sns_topic.this["dev-alarms"].arn]
    topics                     = { orders-events = aws_sns_topic.this["dev-orders-events"].arn }
    event_buses                = { acme-events = aws_cloudwatch_event_bus.this.arn }
    protected                  = false
  }
}
