import { RiskRule } from '../RiskRule';

/** What is lost with a resource that keeps something, by type. */
export const LOSSES: Readonly<Record<string, string>> = {
  aws_sqs_queue: 'Messages still in the queue are lost',
  aws_dynamodb_table: 'All items of the table are lost',
  aws_db_instance: 'The database and its data are lost',
  aws_rds_cluster: 'The database cluster and its data are lost',
  aws_rds_cluster_instance:
    'An instance of the database cluster goes away; its connections are cut',
  aws_docdb_cluster: 'The document database and its data are lost',
  aws_neptune_cluster: 'The graph database and its data are lost',
  aws_redshift_cluster: 'The warehouse and its data are lost',
  aws_s3_bucket: 'All objects of the bucket are lost',
  aws_elasticache_replication_group: 'All cached data is lost',
  aws_elasticache_cluster: 'All cached data is lost',
  aws_memorydb_cluster: 'All data in memory is lost',
  aws_msk_cluster: 'All topics and their messages are lost',
  aws_mq_broker: 'Messages still on the broker are lost',
  aws_kinesis_stream: 'Records still in the stream are lost',
  aws_opensearch_domain: 'All indexes of the domain are lost',
  aws_efs_file_system: 'All files are lost',
  aws_ebs_volume: 'All data of the volume is lost',
  aws_kms_key: 'Data encrypted with the key can no longer be read',
  aws_secretsmanager_secret: 'The secret and its versions are lost',
  aws_ecr_repository: 'All images of the repository are lost',
  aws_cloudwatch_log_group: 'All logs of the group are lost',
  aws_prometheus_workspace: 'All metrics of the workspace are lost',
  aws_cognito_user_pool: 'All users of the pool are lost',
  aws_ecs_cluster: 'All services of the cluster stop',
  aws_eks_cluster: 'All workloads of the cluster stop',
};

const MINOR = ['aws_cloudwatch_log_group', 'aws_rds_cluster_instance'];

const WHY_LOST =
  'Destroying it, also to make it anew, deletes what it holds; nothing in the pull request brings that back.';

const losses = Object.entries(LOSSES).map(
  ([type, message]): RiskRule => ({
    id: 'data-lost',
    severity: MINOR.includes(type) ? 'medium' : 'high',
    types: [type],
    when: { kind: 'lost' },
    message,
    why: WHY_LOST,
    fix: 'Keep its name and whatever else forces a replace, use a moved block for a new address, or move the data first.',
  }),
);

/** Data and work that would be lost. */
export const lossRules: readonly RiskRule[] = [
  {
    id: 'no-final-snapshot',
    severity: 'critical',
    types: ['aws_db_instance', 'aws_rds_cluster', 'aws_docdb_cluster'],
    when: { kind: 'lost', when: { path: 'skip_final_snapshot', is: true } },
    message: 'The database is deleted without a last snapshot',
    why: 'After the apply nobody can restore it.',
    fix: 'Set skip_final_snapshot = false and apply that first.',
  },
  ...losses,
  {
    id: 'service-interrupted',
    severity: 'medium',
    types: [
      'aws_ecs_service',
      'aws_lb',
      'aws_lb_listener',
      'aws_lb_target_group',
      'aws_lambda_function',
      'aws_cloudfront_distribution',
      'aws_route53_record',
      'aws_nat_gateway',
      'aws_eks_node_group',
      'aws_autoscaling_group',
    ],
    when: { kind: 'lost' },
    message: 'What it serves is interrupted while it is gone',
    why: 'A replaced resource is away for seconds to minutes, a destroyed one for good.',
    fix: 'Use lifecycle { create_before_destroy = true } where names allow it.',
  },
  {
    id: 'queue-renamed',
    severity: 'high',
    types: ['aws_sqs_queue', 'aws_sns_topic', 'aws_cloudwatch_event_bus'],
    when: { kind: 'renamed', paths: ['name'] },
    message: 'It is renamed from {before} to {after}',
    why: 'Whoever sends or reads by the old name, URL or ARN fails from then on.',
    fix: 'Add the new one beside it, move senders, drain the old one, then remove it.',
  },
  {
    id: 'store-renamed',
    severity: 'high',
    types: [
      'aws_dynamodb_table',
      'aws_s3_bucket',
      'aws_db_instance',
      'aws_rds_cluster',
    ],
    when: {
      kind: 'renamed',
      paths: ['name', 'bucket', 'identifier', 'cluster_identifier'],
    },
    message: 'It is renamed from {before} to {after}',
    why: 'Whoever reads it by the old name fails from then on, and the new one begins empty.',
    fix: 'Add the new one beside it and move the data.',
  },
  {
    id: 'dead-letters-dropped',
    severity: 'high',
    types: ['aws_sqs_queue'],
    when: { kind: 'dropped', paths: ['redrive_policy'] },
    message: 'Messages that fail no longer go to a dead-letter queue',
    why: 'A message that always fails is then tried until it is lost.',
    fix: 'Keep redrive_policy.',
    covers: ['sqs-dead-letter-queue'],
  },
];
