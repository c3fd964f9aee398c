/** Arguments whose change makes Terraform replace the resource, for the types that golden paths use. */
const byType: Readonly<Record<string, readonly string[]>> = {
  aws_sqs_queue: ['name', 'name_prefix', 'fifo_queue'],
  aws_sqs_queue_policy: ['queue_url'],
  aws_sqs_queue_redrive_policy: ['queue_url'],
  aws_sqs_queue_redrive_allow_policy: ['queue_url'],
  aws_iam_role: ['name', 'name_prefix', 'path'],
  aws_iam_role_policy: ['name', 'role'],
  aws_iam_policy: ['name', 'path', 'description'],
  aws_iam_role_policy_attachment: ['role', 'policy_arn'],
  aws_cloudwatch_log_group: ['name'],
  aws_cloudwatch_metric_alarm: ['alarm_name'],
  aws_dynamodb_table: ['name', 'hash_key', 'range_key'],
  aws_sns_topic: ['name', 'fifo_topic'],
  aws_s3_bucket: ['bucket'],
  aws_ecs_service: ['name', 'cluster', 'launch_type'],
};

/** Whether a change of this argument means a new resource. */
export function replacingArguments(type: string, path: string): boolean {
  return byType[type]?.includes(path.split('.')[0]) ?? false;
}
