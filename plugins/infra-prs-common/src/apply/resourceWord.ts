/** What people call the resources they look for after an apply. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['aws_cloudwatch_log_group', 'Log group'],
  ['aws_cloudwatch_metric_alarm', 'Alarm'],
  ['aws_db_instance', 'Database'],
  ['aws_dynamodb_table', 'Table'],
  ['aws_ecr_repository', 'Image repository'],
  ['aws_ecs_service', 'ECS service'],
  ['aws_elasticache_replication_group', 'Cache'],
  ['aws_iam_role', 'Role'],
  ['aws_kinesis_stream', 'Stream'],
  ['aws_kms_key', 'Key'],
  ['aws_lambda_function', 'Function'],
  ['aws_rds_cluster', 'Database cluster'],
  ['aws_s3_bucket', 'Bucket'],
  ['aws_sns_topic', 'Topic'],
  ['aws_sqs_queue', 'Queue'],
]);

/** Those whose id is an address or ARN that ends in their name. */
const NAME_AT_END = ['aws_sns_topic', 'aws_sqs_queue', 'aws_ecs_service'];
/** Those whose id is a name that people chose. */
const NAME_IS_ID = [
  'aws_cloudwatch_log_group',
  'aws_cloudwatch_metric_alarm',
  'aws_dynamodb_table',
  'aws_ecr_repository',
  'aws_elasticache_replication_group',
  'aws_iam_role',
  'aws_lambda_function',
  'aws_rds_cluster',
  'aws_s3_bucket',
];

/** `Queue` for `aws_sqs_queue`; the type itself for types without a word. @public */
export function resourceWord(type: string): string {
  return WORDS.get(type) ?? type;
}

/** The name of a resource by the id that Terraform gives it; undefined where an id is not fit to be shown or says nothing. @public */
export function resourceName(type: string, id: string): string | undefined {
  if (NAME_AT_END.includes(type)) return /[^/:]+$/.exec(id)?.[0];
  return NAME_IS_ID.includes(type) && id !== '' ? id : undefined;
}
