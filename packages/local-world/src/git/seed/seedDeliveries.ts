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
/** How long ago dev got the newest images. */
export const HOURS_SINCE_DELIVERY = 50;

/** Bumps the image tags of dev, as the workflows of the demo's services do. */
export async function seedDeliveries(
  host: HostContext,
  repository: HostedRepository,
  files: ReadonlyMap<string, Buffer>,
  deliveries: readonly Delivery[],
): Promise<void> {
  const date = host.clock.now() - HOURS_SINCE_DELIVERY * HOUR_MS;
  for (const delivery of deliveries) {
    const { service, tag } = delivery;
    const bumped = bumpImages(files, 'dev', [delivery]);
    if (bumped.size === 0) continue;
    await writeFiles(host, repository, {
      login: 'slipway-bot',
      message: `Deliver ${service} ${tag.slice(0, 7)} to dev`,
      date,
      files: bumped,
    });
  }
}

/** Files of an environment that name the image of a service, with the tag of its delivery. */
export function bumpImages(
  files: ReadonlyMap<string, Buffer>,
  environment: string,
  deliveries: readonly Delivery[],
): ReadonlyMap<string, Buffer> {
  const bumped = deliveries.flatMap(({ service, tag }) =>
    [
      `gitops/apps/${service}/overlays/${environment}/kustomization.yaml`,
      `terraform/live/${environment}/services/${service}/config.yaml`,
    ].flatMap(path => {
      const before = files.get(path)?.toString() ?? '';
      const after = before.replace(
        /^(\s*(?:newTag|image_tag): )"?bootstrap"?$/m,
        `$1"${tag}"`,
      );
      return after === before ? [] : [[path, Buffer.from(after)] as const];
    }),
  );
  return new Map(bumped);
}
