import { HostContext } from '../HostContext';

/** What the portal of the demo checks signatures with; not a secret. */
export const DEMO_WEBHOOK_SECRET = 'slipway-local-webhook-secret';

const PATH = '/api/events/http/github';

/**
 * Lets the infrastructure repository tell the portal what happens in it, as an administrator would set it up on GitHub. The
 * portal may have moved to another port since the last start.
 */
export async function setPortalHook(
  host: HostContext,
  portalUrl: string,
): Promise<void> {
  const repository = host.repositories.get('acme', 'infrastructure');
  if (!repository) return;
  const { record } = repository;
  const others = record.hooks.filter(({ url }) => !url.endsWith(PATH));
  record.hooks = [
    ...others,
    {
      id: repository.nextId(),
      active: true,
      events: ['*'],
      url: `${portalUrl}${PATH}`,
      secret: DEMO_WEBHOOK_SECRET,
      contentType: 'json',
      createdAt: host.clock.now(),
    },
  ];
  await repository.save();
}
