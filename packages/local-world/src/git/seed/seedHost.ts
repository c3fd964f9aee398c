import { HostContext } from '../HostContext';
import { SERVICES } from './collectSeed';
import { Delivery } from './seedDeliveries';
import { seedInfrastructure } from './seedInfrastructure';
import { seedService } from './seedService';

/** Where a rendered file believes the repositories to be. */
const GITHUB = 'https://github.com/acme/';

/** Services of the demo, with what their repositories say of them. */
const services: Readonly<Record<string, string>> = {
  'spring-api': 'Orders API: Spring Boot on ECS',
  'go-worker': 'Order worker: Go on EKS',
  'quarkus-service': 'Notification service: Quarkus on EKS',
};

/** Fills an empty host with the repositories of the demo; what links to GitHub links to this host instead. */
export async function seedHost(
  host: HostContext,
  seed: ReadonlyMap<string, Buffer>,
): Promise<void> {
  // A host that is filled before it listens has no address yet.
  const here = host.urls.base ? `${host.urls.base}/acme/` : GITHUB;
  const files = new Map(
    [...seed].map(([path, content]) => [path, relinked(content, here)]),
  );
  const deliveries: Delivery[] = [];
  for (const [name, description] of Object.entries(services)) {
    const own = below(files, `${SERVICES}/${name}/`);
    const tag = await seedService(host, { name, description, files: own });
    deliveries.push({ service: name, tag });
  }
  const infrastructure = new Map(
    [...files].filter(([path]) => !path.startsWith(`${SERVICES}/`)),
  );
  await seedInfrastructure(host, infrastructure, deliveries);
}

function relinked(content: Buffer, here: string): Buffer {
  return content.includes(GITHUB)
    ? Buffer.from(content.toString().replaceAll(GITHUB, here))
    : content;
}

function below(
  files: ReadonlyMap<string, Buffer>,
  folder: string,
): ReadonlyMap<string, Buffer> {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}
