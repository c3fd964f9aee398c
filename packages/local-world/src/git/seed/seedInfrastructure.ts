import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { seedMergedPull } from './seedMergedPull';
import { seedOpenPull } from './seedOpenPull';
import { writeFiles } from './writeFiles';

const DAY_MS = 86_400_000;

/** Checks that a change to the infrastructure must pass, by the names the runner gives them. */
const requiredContexts = [
  'terraform fmt',
  'terraform validate',
  'slipway/plan',
];

const ofService = (service: string, environment: string) => (file: string) =>
  file.startsWith(`terraform/live/${environment}/services/${service}/`) ||
  file.startsWith(`gitops/apps/${service}/overlays/${environment}/`) ||
  file === `gitops/argocd/${environment}/${service}.yaml`;

/** How the repository came about; each step takes the files that no step before it took. */
const steps: ReadonlyArray<{
  daysAgo: number;
  message: string;
  takes: (file: string) => boolean;
}> = [
  {
    daysAgo: 30,
    message: 'Describe the organization and the order system',
    takes: file => file.startsWith('catalog/'),
  },
  {
    daysAgo: 29,
    message: 'Add modules for queues and service identities',
    takes: file => file.startsWith('terraform/modules/'),
  },
  {
    daysAgo: 26,
    message: 'Name the facts of dev and prod',
    takes: file => /^terraform\/live\/[^/]+\/environment\//.test(file),
  },
];

/** Makes `acme/infrastructure` with some weeks of history, two merged pull requests and an open one. */
export async function seedInfrastructure(
  host: HostContext,
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const now = host.clock.now();
  const repository = await host.repositories.create({
    owner: 'acme',
    name: 'infrastructure',
    description: 'What Acme runs on: Terraform, Kubernetes manifests, catalog',
    createdAt: now - 31 * DAY_MS,
    deleteBranchOnMerge: true,
  });
  const left = new Map(files);
  const take = (takes: (file: string) => boolean) => {
    const taken = new Map([...left].filter(([file]) => takes(file)));
    for (const file of taken.keys()) left.delete(file);
    return taken;
  };
  for (const { daysAgo, message, takes } of steps) {
    await commit(
      host,
      repository,
      take(takes),
      message,
      now - daysAgo * DAY_MS,
    );
  }
  const worker = take(ofService('go-worker', 'prod'));
  const notifications = take(ofService('quarkus-service', 'prod'));
  const rest = take(() => true);
  await commit(
    host,
    repository,
    rest,
    'Run the order system',
    now - 21 * DAY_MS,
  );
  await seedMergedPull(host, repository, {
    service: 'go-worker',
    files: worker,
    at: now - 6 * DAY_MS,
  });
  await seedMergedPull(host, repository, {
    service: 'quarkus-service',
    files: notifications,
    at: now - 3 * DAY_MS,
  });
  await seedOpenPull(host, repository, files, now - 5 * 3_600_000);
  repository.record.readers.push('sam');
  repository.record.protections.main = {
    requiredContexts,
    strict: false,
    requiredApprovals: 1,
    dismissStale: true,
    codeOwners: false,
    enforceAdmins: true,
    linearHistory: false,
  };
  await repository.save();
}

async function commit(
  host: HostContext,
  repository: HostedRepository,
  files: ReadonlyMap<string, Buffer>,
  message: string,
  date: number,
): Promise<void> {
  if (files.size === 0) return;
  await writeFiles(host, repository, { login: 'pat', message, date, files });
}
