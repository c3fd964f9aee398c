/** Where moto 5.2.1 is not AWS, and what the apply proof does about it. */
export const deviations = [
  {
    subject: 'aws_sqs_queue_redrive_allow_policy',
    moto: 'drops the attribute, so that the provider waits for it without end',
    handling: 'its file is left out of the copy of the module sqs-queue',
  },
  {
    subject: 'aws_elasticache_replication_group',
    moto: 'knows no nodes of a group, which the provider reads, and cannot delete a subnet group',
    handling:
      'the applied services have no Redis; its plan and its module are tested without an account',
  },
  {
    subject: 'aws_appautoscaling_target, aws_appautoscaling_policy',
    moto: 'has no ListTagsForResource',
    handling: 'answered before moto, without tags',
  },
  {
    subject: 'aws_secretsmanager_secret_rotation',
    moto: 'cancels no rotation that it has no Lambda function for, such as that of a secret which RDS manages',
    handling: 'answered before moto when the root is destroyed',
  },
] as const;

/** Files of modules that the copy goes without. */
export const leftOut = ['modules/sqs-queue/redrive_allow_policy.tf'] as const;

/** Operations that moto does not know, by target, and what they are answered. */
export const gaps: Readonly<Record<string, unknown>> = {
  'AnyScaleFrontendService.ListTagsForResource': { Tags: {} },
  'secretsmanager.CancelRotateSecret': {},
};

/**
 * What a second plan wants to change though nothing did, because moto forgets or rewrites it: type of the resource and
 * arguments.
 */
export const forgotten: Readonly<Record<string, readonly string[]>> = {
  aws_appautoscaling_target: ['tags', 'tags_all'],
  aws_db_instance: [
    'performance_insights_enabled',
    'performance_insights_retention_period',
  ],
  aws_db_parameter_group: ['parameter'],
  aws_ecs_service: [
    'availability_zone_rebalancing',
    'enable_ecs_managed_tags',
    'health_check_grace_period_seconds',
  ],
  aws_vpc_security_group_egress_rule: ['description'],
  aws_vpc_security_group_ingress_rule: ['description'],
};
