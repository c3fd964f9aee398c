resource "aws_security_group" "this" {
  name                   = "${var.name}-redis"
  description            = "Cache of ${var.tags.component} in ${var.tags.environment}"
  vpc_id                 = var.vpc_id
  revoke_rules_on_delete = true
  tags                   = merge(var.tags, { Name = "${var.name}-redis" })
}

# No rule lets it out: a cache answers and never calls.
resource "aws_vpc_security_group_ingress_rule" "client" {
  for_each = var.client_security_group_ids

  security_group_id            = aws_security_group.this.id
  description                  = each.key
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = var.tags
}
