/** A value that somebody asked to have changed, through the portal, some time ago. */
export interface PastChange {
  readonly service: string;
  readonly environment: 'dev' | 'prod';
  readonly title: string;
  readonly why: string;
  /** File of the infrastructure repository, and in it the key of one line. */
  readonly path: string;
  readonly key: string;
  readonly from: string;
  /** What the repository says to this day. */
  readonly to: string;
  readonly requester: 'olivia' | 'pat';
  /** When it was merged. */
  readonly daysAgo: number;
  readonly hoursToReview: number;
  /** What went wrong when it was applied for the first time. */
  readonly failure?: string;
}

type Kind = Pick<PastChange, 'path' | 'key' | 'from' | 'to'>;

const queue = (name: string, service: string, environment: string) =>
  `terraform/live/${environment}/services/${service}/queue-${name}.tf`;
const overlay = (service: string, environment: string) =>
  `gitops/apps/${service}/overlays/${environment}/horizontalpodautoscaler.yaml`;
const ofOrders = (environment: string) =>
  queue('orders-created', 'go-worker', environment);
const ofNotifications = (environment: string) =>
  queue('notifications', 'quarkus-service', environment);

const longerHidden = (path: string): Kind => ({
  path,
  key: 'visibility_timeout_seconds',
  from: '30',
  to: '60',
});
const laterAlarm = (path: string): Kind => ({
  path,
  key: 'max_message_age_seconds',
  from: '300',
  to: '900',
});
const moreReplicas = (path: string): Kind => ({
  path,
  key: 'maxReplicas',
  from: '2',
  to: '4',
});
const moreTasks = (environment: string): Kind => ({
  path: `terraform/live/${environment}/services/spring-api/config.yaml`,
  key: 'max',
  from: '2',
  to: '4',
});

/** What the demo's teams asked for in the last weeks, the oldest first. */
export const pastChanges: readonly PastChange[] = [
  {
    service: 'spring-api',
    environment: 'dev',
    title: 'Let spring-api grow to four tasks in dev',
    why: 'The load test of the checkout needs more than two.',
    ...moreTasks('dev'),
    requester: 'olivia',
    daysAgo: 19,
    hoursToReview: 3,
  },
  {
    service: 'go-worker',
    environment: 'dev',
    title: 'Try a message of orders-created three times in dev',
    why: 'A payment that times out works the second time.',
    path: ofOrders('dev'),
    key: 'max_receive_count',
    from: '1',
    to: '3',
    requester: 'olivia',
    daysAgo: 17,
    hoursToReview: 6,
  },
  {
    service: 'spring-api',
    environment: 'prod',
    title: 'Let spring-api grow to four tasks in prod',
    why: 'Two did not keep up with the sale of last week.',
    ...moreTasks('prod'),
    requester: 'olivia',
    daysAgo: 16,
    hoursToReview: 22,
  },
  {
    service: 'go-worker',
    environment: 'dev',
    title: 'Hide messages of orders-created for a minute in dev',
    why: 'A mail takes up to 40 seconds, and was sent twice.',
    ...longerHidden(ofOrders('dev')),
    requester: 'pat',
    daysAgo: 14,
    hoursToReview: 1,
  },
  {
    service: 'quarkus-service',
    environment: 'dev',
    title: 'Raise the alarm of notifications after 15 minutes in dev',
    why: 'It went off each night, when the batch runs.',
    ...laterAlarm(ofNotifications('dev')),
    requester: 'olivia',
    daysAgo: 13,
    hoursToReview: 4,
  },
  {
    service: 'go-worker',
    environment: 'dev',
    title: 'Let go-worker grow to four replicas in dev',
    why: 'As in prod, so that the load test tells something.',
    ...moreReplicas(overlay('go-worker', 'dev')),
    requester: 'olivia',
    daysAgo: 11,
    hoursToReview: 8,
  },
  {
    service: 'quarkus-service',
    environment: 'dev',
    title: 'Keep messages of notifications for four days in dev',
    why: 'What failed on a Friday was gone on Monday.',
    path: ofNotifications('dev'),
    key: 'message_retention_seconds',
    from: '1 * 86400',
    to: '4 * 86400',
    requester: 'pat',
    daysAgo: 9,
    hoursToReview: 2,
    failure:
      'module.queue_notifications.aws_sqs_queue.this: ThrottlingException: Rate exceeded',
  },
  {
    service: 'quarkus-service',
    environment: 'dev',
    title: 'Let quarkus-service grow to four replicas in dev',
    why: 'Notifications of the newsletter take hours with two.',
    ...moreReplicas(overlay('quarkus-service', 'dev')),
    requester: 'olivia',
    daysAgo: 8,
    hoursToReview: 5,
  },
  {
    service: 'go-worker',
    environment: 'prod',
    title: 'Raise the alarm of orders-created after 15 minutes in prod',
    why: 'It went off at each sale, and nothing was wrong.',
    ...laterAlarm(ofOrders('prod')),
    requester: 'olivia',
    daysAgo: 5,
    hoursToReview: 18,
  },
  {
    service: 'go-worker',
    environment: 'prod',
    title: 'Let go-worker grow to four replicas in prod',
    why: 'Orders waited for ten minutes on Sunday.',
    ...moreReplicas(overlay('go-worker', 'prod')),
    requester: 'olivia',
    daysAgo: 4,
    hoursToReview: 2,
  },
  {
    service: 'quarkus-service',
    environment: 'prod',
    title: 'Hide messages of notifications for a minute in prod',
    why: 'Some customers got a mail twice.',
    ...longerHidden(ofNotifications('prod')),
    requester: 'olivia',
    daysAgo: 1,
    hoursToReview: 7,
  },
];

function turned(
  content: Buffer | undefined,
  { key }: PastChange,
  from: string,
  to: string,
): Buffer | undefined {
  const line = new RegExp(
    `^(\\s*${key}\\s*[:=]\\s*)${from.replace(/[*]/g, '\\$&')}$`,
    'm',
  );
  const text = content?.toString() ?? '';
  return line.test(text)
    ? Buffer.from(text.replace(line, `$1${to}`))
    : undefined;
}

/** Files as they were before all of this was asked for. */
export function beforeAll(
  files: ReadonlyMap<string, Buffer>,
): Map<string, Buffer> {
  const before = new Map(files);
  for (const change of pastChanges) {
    const { path, from, to } = change;
    const content = turned(before.get(path), change, to, from);
    if (content) before.set(path, content);
  }
  return before;
}

/** The file that a change leaves behind; none where the repository has no such line. */
export function afterChange(
  before: ReadonlyMap<string, Buffer>,
  change: PastChange,
): ReadonlyMap<string, Buffer> {
  const { path, from, to } = change;
  const content = turned(before.get(path), change, from, to);
  return new Map(content ? [[path, content]] : []);
}
