import { HostContext } from '../HostContext';
import { openPull } from '../pulls/openPull';
import { HostedRepository } from '../records/HostedRepository';
import { seedRequest } from './seedRequest';
import { writeFiles } from './writeFiles';

const OVERLAY =
  'gitops/apps/go-worker/overlays/prod/horizontalpodautoscaler.yaml';
const QUEUE = 'terraform/live/prod/services/go-worker/queue-orders-created.tf';

/** A change that waits for a colleague: more replicas for go-worker in prod, and more tries for its messages. */
export async function seedOpenPull(
  host: HostContext,
  repository: HostedRepository,
  files: ReadonlyMap<string, Buffer>,
  date: number,
): Promise<void> {
  const changed = changedFiles(files);
  if (changed.size === 0) return;
  const title = 'Run four replicas of go-worker in prod';
  const { message, body } = seedRequest({
    id: 'replicas',
    service: 'go-worker',
    environment: 'prod',
    requester: 'olivia',
    title,
    why: 'Orders wait too long at noon. A message is also tried five times before it is set aside.',
    parameters: { name: 'go-worker', replicas: 4, maxReceiveCount: 5 },
  });
  const branch = 'slipway/go-worker-replicas';
  const { record, git } = repository;
  await writeFiles(host, repository, {
    login: 'slipway-bot',
    message,
    branch,
    from: await git.refs.get(`refs/heads/${record.defaultBranch}`),
    date,
    files: changed,
  });
  const pull = await openPull(host, repository, {
    title,
    body,
    head: branch,
    base: record.defaultBranch,
    author: 'slipway-bot',
  });
  pull.createdAt = date;
  pull.updatedAt = date;
  pull.labels = ['slipway'];
  await repository.save();
}

function changedFiles(
  files: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, Buffer> {
  const changed = new Map<string, Buffer>();
  const edit = (file: string, pattern: RegExp, replacement: string) => {
    const before = (changed.get(file) ?? files.get(file))?.toString() ?? '';
    const after = before.replace(pattern, replacement);
    if (after !== before) changed.set(file, Buffer.from(after));
  };
  edit(OVERLAY, /^(\s*minReplicas:) 2$/m, '$1 4');
  edit(OVERLAY, /^(\s*maxReplicas:) 4$/m, '$1 8');
  edit(QUEUE, /^(\s*max_receive_count\s*=) 3$/m, '$1 5');
  return changed;
}
