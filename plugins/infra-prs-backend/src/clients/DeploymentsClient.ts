import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { UpstreamError } from '@slipway/platform-node';
import {
  DeploymentsResponse,
  deploymentsResponseSchema,
} from '@slipway/plugin-deployments-common';

const PLUGIN_ID = 'slipway-deployments';

/** Asks the plugin slipway-deployments what of an entity runs where. All methods throw UpstreamError. */
export class DeploymentsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** As the caller, who has to be allowed to see the entity and its deployments. */
  async list(
    entityRef: string,
    credentials: BackstageCredentials,
    signal: AbortSignal,
  ): Promise<DeploymentsResponse> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl(PLUGIN_ID),
      this.#auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: PLUGIN_ID,
      }),
    ]);
    const url = `${baseUrl}/v1/entities/${path}/deployments`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal,
    }).catch(cause => {
      throw unreachable('did not answer', cause);
    });
    if (!response.ok) throw await fromAnswer(response, entityRef);
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = deploymentsResponseSchema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw unreachable('answered something else', parsed.error);
  }
}

function unreachable(what: string, cause?: unknown): UpstreamError {
  return new UpstreamError('unreachable', `The deployments plugin ${what}`, {
    fix: 'Try again in a minute; its log says why',
    cause,
  });
}

/** Its own 404 names what is missing; that of a backend without the plugin does not. */
async function fromAnswer(
  response: Response,
  entityRef: string,
): Promise<UpstreamError> {
  const text = await response.text().catch(() => '');
  if (response.status === 404 && !/"NotFoundError"/.test(text)) {
    return new UpstreamError(
      'misconfigured',
      'This portal has no deployments plugin, so rollouts are not followed',
      { fix: 'Add @slipway/plugin-deployments-backend to the backend' },
    );
  }
  if (response.status === 404) {
    return new UpstreamError('not_found', `${entityRef} is not in the catalog`);
  }
  if (response.status === 401 || response.status === 403) {
    return new UpstreamError(
      'forbidden',
      `You may not see the deployments of ${entityRef}`,
      { fix: 'Ask for the permission slipway.deployments.read' },
    );
  }
  return unreachable(`answered with ${response.status}`);
}
