import { ServiceSpecInput } from '@slipway/platform-common';
import { join, resolve } from 'node:path';
import { exampleModel } from './exampleModel';
import { readFolder } from '../preview/readDirectory';
import { PartRenderer } from '../render/PartRenderer';
import { DirectoryPartSource } from '../render/PartSource';
import { planServiceParts } from '../render/planParts';

const root = resolve(__dirname, '../../../..');
const source = new DirectoryPartSource(join(root, 'templates/_parts'));

/** A service with every option. */
export const orderMailer: ServiceSpecInput = {
  name: 'order-mailer',
  description: 'Mails what was ordered',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev', 'prod'],
  runtime: 'go',
  platform: 'eks',
  kind: 'api',
  queues: [{ name: 'orders-created' }, { name: 'payments', fifo: true }],
  postgres: true,
  redis: true,
  ingress: 'public',
  scaling: { by: 'queue', min: 1, max: 5 },
  canary: true,
};

/** What the parts of gitops/ write for a service, and the components they use. */
export async function orderMailerFiles(
  changes: Partial<ServiceSpecInput> = {},
): Promise<Map<string, string>> {
  const uses = planServiceParts(exampleModel({ ...orderMailer, ...changes }));
  const rendered = await new PartRenderer(source).render(
    uses.filter(({ part }) => part.startsWith('gitops/')),
  );
  const components = await readFolder(join(root, 'gitops/components'));
  return new Map([
    ...rendered.map(({ path, content }) => [path, content] as const),
    ...components.map(
      ({ path, content }) =>
        [`gitops/components/${path}`, content.toString('utf8')] as const,
    ),
  ]);
}
