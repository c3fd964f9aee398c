# Remembers handled events by their id, so that one that is delivered twice is handled once.
module "idempotency" {
  source = "../../../../modules/dynamodb-table"

  name          = "${module.environment.name}-${local.service}-idempotency"
  account_id    = module.environment.account_id
  region        = module.environment.region
  partition_key = "eventId"
  ttl_attribute = "expiresAt"
  protected     = module.environment.protected

  reader_writer_role_names = [module.identity.role_name]

  alarm_topic_arns = module.environment.alarm_topic_arns
  tags             = local.tags
}
