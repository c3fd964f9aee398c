import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { writeFiles } from './writeFiles';

/** An image of a service that its workflow delivered. */
export interface Delivery {
  readonly service: string;
  /** Commit of the service's repository. */
  readonly tag: string;
}

const HOUR_MS = 3_600_000;

/** How long ago each environment got the newest image. */
const hoursAgo: Readonly<Record<string, number>> = { dev: 50, prod: 26 };

/** Bumps the image tags of the demo's services, as the workflows of their repositories do. */
export async function seedDeliveries(
  host: HostContext,
  repository: HostedRepository,
  files: ReadonlyMap<string, Buffer>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const now = host.clock.now();
  for (const [environment, hours] of Object.entries(hoursAgo)) {
    for (const { service, tag } of deliveries) {
      const bumped = bump(files, service, environment, tag);
      if (bumped.size === 0) continue;
      await writeFiles(host, repository, {
        login: 'slipway-bot',
        message: `Deliver ${service} ${tag.slice(0, 7)} to ${environment}`,
        date: now - hours * HOUR_MS,
        files: bumped,
      });
    }
  }
}

function bump(
  files: ReadonlyMap<string, Buffer>,
  service: string,
  environment: string,
  tag: string,
): ReadonlyMap<string, Buffer> {
  const places = [
    `gitops/apps/${service}/overlays/${environment}/kustomization.yaml`,
    `terraform/live/${environment}/services/${service}/config.yaml`,
  ];
  const bumped = places.flatMap(path => {
    const before = files.get(path)?.toString() ?? '';
    const after = before.replace(
      /^(\s*(?:newTag|image_tag): )"?bootstrap"?$/m,
      `$1"${tag}"`,
    );
    return after === before ? [] : [[path, Buffer.from(after)] as const];
  });
  return new Map(bumped);
}
