import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PlanRoot } from './planReport';
import { planCountsText, planSummary } from './planSummary';
import { formatPlanReport, parsePlanReport } from './planText';
import { readPlan } from './readPlan';
import { parseTerraformPlan } from './terraformPlan';
import { toPlanRoot } from './toPlanRoot';

const folder = path.resolve(__dirname, '../../corpus');
const names = readdirSync(path.join(folder, 'plans')).map(file =>
  path.basename(file, '.json'),
);
const read = (name: string): PlanRoot =>
  toPlanRoot(
    readPlan(
      parseTerraformPlan(
        readFileSync(path.join(folder, 'plans', `${name}.json`), 'utf8'),
      ),
    ),
    { path: name, environment: 'corpus' },
  );
const changeOf = (root: PlanRoot, address: string) =>
  root.changes.find(change => change.address === address);
const risksOf = (root: PlanRoot) =>
  (root.risks ?? []).map(
    ({ severity, rule, address }) => `${severity} ${rule} ${address}`,
  );

describe('real plans of Terraform', () => {
  it('are there for every case', () => {
    expect(names.sort()).toEqual(
      readdirSync(path.join(folder, 'cases')).sort(),
    );
  });

  it.each(names)('are read without a secret, and survive the way: %s', name => {
    const text = readFileSync(
      path.join(folder, 'plans', `${name}.json`),
      'utf8',
    );
    const root = read(name);
    const report = {
      version: 1,
      runner: 'terraform',
      headSha: 'a'.repeat(40),
      roots: [root],
    } as const;
    const written = formatPlanReport({ ...report, roots: [root] });
    expect(parsePlanReport(written)?.roots).toEqual([root]);
    expect(written).not.toContain('corpus-secret');
    expect(planSummary([root])).not.toContain('corpus-secret');
    // Unless it is drift, nothing is listed that Terraform keeps as it is.
    const kept = root.changes.filter(({ action }) => action === 'no-op');
    expect(
      kept.every(change => change.previousAddress ?? change.importId),
    ).toBe(true);
    expect(text.length).toBeLessThan(100_000);
  });

  it.each([
    [
      'builtin',
      '4 to add, 2 to change, 6 to destroy, 1 to import, 2 to move, 1 to forget',
    ],
    ['sensitive', '2 to add, 4 to change, 1 to destroy'],
    ['stateful', '2 to add, 4 to change, 3 to destroy'],
    ['access', '6 to add, 5 to change, 0 to destroy'],
    ['database', '0 to add, 1 to change, 1 to destroy'],
    ['drift', '1 to add, 2 to change, 0 to destroy, 1 to import'],
    ['errored', '0 to add, 1 to change, 0 to destroy'],
    ['quiet', '0 to add, 0 to change, 0 to destroy'],
    ['unknown', '1 to add, 2 to change, 1 to destroy'],
    ['service-go-worker', '19 to add, 0 to change, 0 to destroy'],
    ['service-spring-api', '37 to add, 0 to change, 0 to destroy'],
  ])('are counted as Terraform counts them: %s', (name, counts) => {
    expect(planCountsText([read(name)])).toBe(counts);
  });

  it('say why and from where', () => {
    const root = read('builtin');
    const told = root.changes.map(
      ({ address, action, previousAddress, importId, reason }) =>
        [address, action, previousAddress ?? importId, reason].join(' | '),
    );
    expect(told).toEqual([
      'terraform_data.counted[2] | delete |  | Its count is now lower',
      'terraform_data.follows | replace |  | It cannot be changed in place: triggers_replace',
      'terraform_data.forgotten | forget |  | It is no longer in the configuration',
      'terraform_data.imported | no-op | made-elsewhere | ',
      'terraform_data.keyed["b"] | delete |  | Its key is no longer in for_each',
      'terraform_data.keyed["c\\"<b>"] | delete |  | Its key is no longer in for_each',
      'terraform_data.keyed["d"] | create |  | ',
      'terraform_data.new_name | no-op | terraform_data.renamed | ',
      'terraform_data.release | update |  | ',
      'terraform_data.tainted | replace |  | It is tainted: its last apply did not finish',
      'terraform_data.tied | replace |  | Something that it is tied to by replace_triggered_by changes',
      'module.inner.terraform_data.this | update | terraform_data.renamed_and_changed | ',
    ]);
    expect(read('errored').error).toContain('not whole');
  });

  it('mark what is unknown inside of what is known, for each key', () => {
    const root = read('unknown');
    for (const key of ['one', 'two']) {
      const { attributes } = changeOf(
        root,
        `terraform_data.target["${key}"]`,
      ) ?? { attributes: [] };
      expect(attributes).toEqual([
        { path: 'input.list[1]', before: 'old', unknown: true },
        { path: 'input.list[2]', after: 'more' },
        { path: 'input.nested.known', before: 'yes', after: 'no' },
        { path: 'input.nested.made', before: 'old', unknown: true },
        { path: 'input.secret', sensitive: true },
        {
          path: 'output',
          before: expect.stringContaining('"password":(sensitive)'),
          unknown: true,
        },
      ]);
    }
    // A data source that is read during the apply changes nothing.
    expect(changeOf(root, 'data.terraform_remote_state.later')).toMatchObject({
      action: 'read',
    });
    expect(changeOf(root, 'terraform_data.source')).toMatchObject({
      action: 'replace',
      reason: 'It cannot be changed in place: triggers_replace',
    });
    expect(read('quiet').changes).toEqual([]);
  });

  it('show values, but no secrets, and what is unknown', () => {
    const root = read('sensitive');
    expect(changeOf(root, 'terraform_data.plain')?.attributes).toEqual([
      { path: 'input.nested.list[1]', sensitive: true },
      { path: 'input.nested.list[2]', after: 'more' },
      { path: 'input.user', before: 'app', after: 'admin' },
      {
        path: 'output',
        before: expect.stringContaining('(sensitive)'),
        unknown: true,
      },
    ]);
    const task = changeOf(root, 'aws_ecs_task_definition.unmarked');
    expect(task?.attributes).toEqual(
      expect.arrayContaining([
        {
          path: 'container_definitions[0].environment[0].value',
          replaces: true,
          sensitive: true,
        },
        {
          path: 'container_definitions[0].image',
          replaces: true,
          before: 'app:1',
          after: 'app:2',
        },
      ]),
    );
    const unknown = changeOf(root, 'terraform_data.unknown')?.attributes ?? [];
    expect(unknown.some(attribute => attribute.unknown)).toBe(true);
  });

  it('keep drift apart from changes', () => {
    const { drift, changes } = read('drift');
    expect(drift?.map(({ address, action }) => `${action} ${address}`)).toEqual(
      [
        'update aws_cloudwatch_log_group.changed_by_hand',
        'delete aws_sns_topic.deleted_by_hand',
      ],
    );
    expect(drift?.[0].attributes).toEqual([
      { path: 'retention_in_days', before: '30', after: '3' },
    ]);
    expect(changes.find(({ importId }) => importId)?.importId).toBe(
      '/corpus/by-hand',
    );
  });

  it.each<[string, string[]]>([
    [
      'access',
      [
        'critical iam-widened aws_iam_role_policy.app',
        'critical admin-attached aws_iam_role_policy_attachment.admin',
        'critical network-opened aws_security_group.db',
        'critical resource-policy-widened aws_sns_topic_policy.events',
        'high trust-widened aws_iam_role.app',
        'high public-access-unblocked aws_s3_bucket_public_access_block.files',
        'high public-access-unblocked aws_s3_bucket_public_access_block.files',
        'medium network-opened aws_vpc_security_group_ingress_rule.web',
      ],
    ],
    [
      'stateful',
      [
        'high data-lost aws_dynamodb_table.rekeyed',
        'high deletion-protection-off aws_dynamodb_table.unprotected',
        'high data-lost aws_s3_bucket.gone',
        'high data-lost aws_sqs_queue.renamed',
        'high queue-renamed aws_sqs_queue.renamed',
        'high encryption-off aws_sqs_queue.weakened',
        'medium kept-shorter aws_cloudwatch_log_group.shorter',
        'medium kept-shorter aws_sqs_queue.weakened',
      ],
    ],
    [
      'database',
      [
        'critical public-database aws_db_instance.orders',
        'critical no-final-snapshot aws_db_instance.scratch',
        'high deletion-protection-off aws_db_instance.orders',
        'high data-lost aws_db_instance.scratch',
        'medium destroy-made-easy aws_db_instance.orders',
        'medium kept-shorter aws_db_instance.orders',
        'medium capacity-cut aws_db_instance.orders',
        'medium zones-cut aws_db_instance.orders',
      ],
    ],
    [
      'clusters',
      [
        'high data-lost aws_ecs_cluster.old',
        'high data-lost aws_elasticache_replication_group.sessions',
        'high encryption-off aws_elasticache_replication_group.sessions',
        'high data-lost aws_rds_cluster.orders',
        'high store-renamed aws_rds_cluster.orders',
        'high data-lost aws_sqs_queue.audit',
        'high data-lost aws_sqs_queue.billing',
        'high data-lost aws_sqs_queue.mails',
        'high data-lost aws_sqs_queue.orders',
        'high data-lost aws_sqs_queue.stock',
        'high blast-radius undefined',
        'medium capacity-cut aws_appautoscaling_target.api',
        'medium capacity-cut aws_ecs_service.api',
        'medium capacity-cut aws_elasticache_replication_group.sessions',
      ],
    ],
    ['service-go-worker', []],
  ])('have their risks found: %s', (name, risks) => {
    expect(risksOf(read(name))).toEqual(risks);
  });
});
