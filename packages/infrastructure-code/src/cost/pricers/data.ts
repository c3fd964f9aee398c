import { fixed, numberOf, Pricer, sum, textOf } from '../Pricing';

const table: Pricer = ({ values }, pricing) => {
  const writes = pricing.forUsage('tableWrites', 'dynamodb-writes');
  const reads = pricing.forUsage('tableReads', 'dynamodb-reads');
  const storage = pricing.forUsage('tableStorage', 'dynamodb-storage');
  const recovery = Array.isArray(values.point_in_time_recovery)
    ? pricing.forUsage('tableStorage', 'dynamodb-recovery')
    : fixed(0);
  const words = ['tableWrites', 'tableReads', 'tableStorage'].map(
    id => pricing.usage(id).words,
  );
  return {
    item: `Table ${textOf(values.name)}`,
    ...sum([writes, reads, storage, recovery]),
    assumes: `on demand: ${words.join(', ')}, no indexes`,
  };
};

const instance: Pricer = ({ values }, pricing) => {
  const size = textOf(values.instance_class);
  const zones = values.multi_az === true ? 2 : 1;
  const least = numberOf(values.allocated_storage, 20);
  const most = Math.max(numberOf(values.max_allocated_storage, least), least);
  const gigabyte = pricing.of('rds-storage') * zones;
  const hours = pricing.monthly(`rds-${size}`) * zones;
  const secret = managedSecret(values, pricing.of('secret'));
  return {
    item: `PostgreSQL ${textOf(values.identifier)}`,
    low: hours + least * gigabyte + secret,
    high: hours + most * gigabyte + secret,
    assumes: `${size} in ${zones} zone${
      zones > 1 ? 's' : ''
    }, ${least} to ${most} GB, backups not over the database's size`,
  };
};

const cluster: Pricer = ({ values }, pricing) => ({
  item: `Aurora storage of ${textOf(values.cluster_identifier)}`,
  ...sum([
    pricing.forUsage('auroraStorage', 'aurora-storage'),
    pricing.forUsage('auroraRequests', 'aurora-io'),
    fixed(managedSecret(values, pricing.of('secret'))),
  ]),
  assumes: `${pricing.usage('auroraStorage').words}, ${
    pricing.usage('auroraRequests').words
  }`,
});

const clusterInstance: Pricer = ({ values }, pricing) => {
  const size = textOf(values.instance_class);
  return {
    item: `Aurora instance ${textOf(values.identifier)}`,
    ...fixed(pricing.monthly(`aurora-${size}`)),
    assumes: `${size}, all month`,
  };
};

const cache: Pricer = ({ values }, pricing) => {
  const size = textOf(values.node_type);
  const nodes = numberOf(values.num_cache_clusters, 1);
  const engine = textOf(values.engine) || 'redis';
  return {
    item: `Redis ${textOf(values.replication_group_id)}`,
    ...fixed(nodes * pricing.monthly(`${engine}-${size}`)),
    assumes: `${nodes} ${size} with ${engine}, all month`,
  };
};

const secret: Pricer = ({ values }, pricing) => ({
  item: `Secret ${textOf(values.name)}`,
  ...fixed(pricing.of('secret')),
  assumes: 'few reads',
});

const key: Pricer = (_, pricing) => ({
  item: 'KMS key',
  ...fixed(pricing.of('key')),
  assumes: 'few requests',
});

function managedSecret(
  values: Readonly<Record<string, unknown>>,
  price: number,
): number {
  return values.manage_master_user_password === true ? price : 0;
}

export const dataPricers: Readonly<Record<string, Pricer>> = {
  aws_dynamodb_table: table,
  aws_db_instance: instance,
  aws_rds_cluster: cluster,
  aws_rds_cluster_instance: clusterInstance,
  aws_elasticache_replication_group: cache,
  aws_secretsmanager_secret: secret,
  aws_kms_key: key,
};
