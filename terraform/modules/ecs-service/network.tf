locals {
  # Load balancers take 32 characters. Longer names keep their start and end in what tells them apart.
  target_group_name = length(var.name) <= 32 ? var.name : "${trimsuffix(substr(var.name, 0, 23), "-")}-${substr(sha1(var.name), 0, 8)}"
}

resource "aws_security_group" "this" {
  name                   = var.name
  description            = "Tasks of ${var.tags.component} in ${var.tags.environment}"
  vpc_id                 = var.vpc_id
  revoke_rules_on_delete = true
  tags                   = merge(var.tags, { Name = var.name })
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = var.ingress == null ? 0 : 1

  security_group_id            = aws_security_group.this.id
  description                  = "Requests and health checks of the load balancer"
  referenced_security_group_id = var.ingress.load_balancer.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "APIs of AWS and others, always over TLS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = var.egress

  security_group_id            = aws_security_group.this.id
  description                  = each.key
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = var.tags
}

resource "aws_lb_target_group" "this" {
  count = var.ingress == null ? 0 : 1

  name                          = local.target_group_name
  vpc_id                        = var.vpc_id
  target_type                   = "ip"
  protocol                      = "HTTP"
  port                          = var.port
  deregistration_delay          = "30"
  load_balancing_algorithm_type = "least_outstanding_requests"
  tags                          = var.tags

  health_check {
    path                = "/readyz"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

# Without a priority AWS takes the next free one. The order does not matter: every rule has a host name of its own.
resource "aws_lb_listener_rule" "this" {
  count = var.ingress == null ? 0 : 1

  listener_arn = var.ingress.load_balancer.listener_arn
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }

  condition {
    host_header {
      values = [var.ingress.hostname]
    }
  }
}

resource "aws_route53_record" "this" {
  count = var.ingress == null ? 0 : 1

  zone_id = var.ingress.hosted_zone_id
  name    = var.ingress.hostname
  type    = "A"

  alias {
    name                   = var.ingress.load_balancer.dns_name
    zone_id                = var.ingress.load_balancer.zone_id
    evaluate_target_health = true
  }
}
