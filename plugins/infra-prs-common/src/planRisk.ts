import { PlanResourceChange } from './planReport';

const STATEFUL: Readonly<Record<string, string>> = {
  aws_sqs_queue: 'Messages still in the queue are lost',
  aws_dynamodb_table: 'All items of the table are lost',
  aws_db_instance: 'The database and its data are lost',
  aws_rds_cluster: 'The database cluster and its data are lost',
  aws_s3_bucket: 'All objects of the bucket are lost',
  aws_elasticache_replication_group: 'All cached data is lost',
  aws_msk_cluster: 'All topics and their messages are lost',
  aws_mq_broker: 'Messages still on the broker are lost',
  aws_efs_file_system: 'All files are lost',
  aws_kms_key: 'Data encrypted with the key can no longer be read',
  aws_prometheus_workspace: 'All metrics of the workspace are lost',
};

/** What could be lost by a planned change, in words; undefined when nothing is. @public */
export function planRisk(
  change: Pick<PlanResourceChange, 'action' | 'type'>,
): string | undefined {
  if (change.action !== 'replace' && change.action !== 'delete') {
    return undefined;
  }
  return STATEFUL[change.type];
}
