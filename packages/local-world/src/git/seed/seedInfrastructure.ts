import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { afterChange, beforeAll, PastChange, pastChanges } from './pastChanges';
import {
  bumpImages,
  Delivery,
  HOURS_SINCE_DELIVERY,
  seedDeliveries,
} from './seedDeliveries';
import { MergedPull, seedMergedPulls } from './seedMergedPulls';
import { seedOpenPull } from './seedOpenPull';
import { writeFiles } from './writeFiles';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
    message: 'Add the modules and components that services are made of',
    takes: file => /^(?:terraform\/modules|gitops\/components)\//.test(file),
  },
  {
    daysAgo: 26,
    message: 'Name the facts of dev and prod',
    takes: file => /^terraform\/live\/[^/]+\/environment\//.test(file),
  },
  {
    daysAgo: 21,
    message: 'Run the order system',
    takes: () => true,
  },
];

/** Services that came to prod by a pull request of their own. */
const services = [
  { service: 'go-worker', daysAgo: 6 },
  { service: 'quarkus-service', daysAgo: 3 },
];

/** Makes `acme/infrastructure` with some weeks of history, merged pull requests and an open one. */
export async function seedInfrastructure(
  host: HostContext,
  files: ReadonlyMap<string, Buffer>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const now = host.clock.now();
  const repository = await host.repositories.create({
    owner: 'acme',
    name: 'infrastructure',
    description: 'What Acme runs on: Terraform, Kubernetes manifests, catalog',
    createdAt: now - 31 * DAY_MS,
    deleteBranchOnMerge: true,
  });
  // Prod begins with what was good in dev; dev got it before, one commit for each service.
  const first = beforeAll(
    new Map([...files, ...bumpImages(files, 'prod', deliveries)]),
  );
  const left = new Map(first);
  const merged = services.map(service =>
    promotion(service, left, now - service.daysAgo * DAY_MS),
  );
  for (const { daysAgo, message, takes } of steps) {
    const date = now - daysAgo * DAY_MS;
    const taken = take(left, takes);
    if (taken.size > 0) {
      const commit = { login: 'pat', message, date, files: taken };
      await writeFiles(host, repository, commit);
    }
  }
  const pulls = [...merged, ...tunings(first, now)].sort((a, b) => a.at - b.at);
  const delivered = now - HOURS_SINCE_DELIVERY * HOUR_MS;
  const late = pulls.filter(({ at }) => at >= delivered);
  await seedMergedPulls(host, repository, pulls.slice(0, -late.length));
  await seedDeliveries(host, repository, files, deliveries);
  await seedMergedPulls(host, repository, late);
  await seedOpenPull(host, repository, files, now - 5 * HOUR_MS);
  protect(repository);
  await repository.save();
}

/** How a service came to prod. */
function promotion(
  { service }: { service: string },
  left: Map<string, Buffer>,
  at: number,
): MergedPull {
  return {
    request: {
      id: 'prod',
      service,
      environment: 'prod',
      requester: 'olivia',
      title: `Run ${service} in prod`,
      why: `${service} has been good in dev for two weeks.`,
      parameters: { name: service, environments: ['prod'] },
    },
    files: take(left, ofService(service, 'prod')),
    at,
    hoursToReview: 3,
  };
}

/** What teams changed of their services since. */
function tunings(
  first: ReadonlyMap<string, Buffer>,
  now: number,
): MergedPull[] {
  const current = new Map(first);
  return pastChanges.map((change: PastChange, index) => {
    const { service, environment, requester, title, why } = change;
    const files = afterChange(current, change);
    files.forEach((content, path) => current.set(path, content));
    const parameters = { name: service, [change.key]: change.to };
    const id = `tuning-${index + 1}`;
    const about = { service, environment, requester, title, why };
    return {
      request: { id, ...about, parameters },
      files,
      at: now - change.daysAgo * DAY_MS,
      hoursToReview: change.hoursToReview,
      failure: change.failure,
    };
  });
}

function take(
  left: Map<string, Buffer>,
  takes: (file: string) => boolean,
): ReadonlyMap<string, Buffer> {
  const taken = new Map([...left].filter(([file]) => takes(file)));
  for (const file of taken.keys()) left.delete(file);
  return taken;
}

function protect({ record }: HostedRepository): void {
  record.readers.push('sam');
  record.protections.main = {
    requiredContexts,
    strict: false,
    requiredApprovals: 1,
    dismissStale: true,
    codeOwners: false,
    enforceAdmins: true,
    linearHistory: false,
  };
}
