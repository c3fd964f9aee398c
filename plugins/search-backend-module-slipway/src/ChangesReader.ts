import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  requestPageSchema,
  RequestSummary,
} from '@slipway/plugin-infra-prs-common';

const PLUGIN_ID = 'slipway-infra-prs';
const PAGE = 200;
const DEADLINE_MS = 30_000;

/** Reads what the plugin slipway-infra-prs has kept of requests, as the search backend. */
export class ChangesReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(deps: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = deps.auth;
    this.#discovery = deps.discovery;
  }

  /** Page by page, the oldest first; nothing where that plugin is not installed. @throws ResponseError */
  async *read(): AsyncGenerator<RequestSummary> {
    let after: number | undefined = 0;
    while (after !== undefined) {
      const response = await this.#ask(after);
      if (response.status === 404) return;
      if (!response.ok) throw await ResponseError.fromResponse(response);
      const body: unknown = await response.json();
      const { items, next } = requestPageSchema.parse(body);
      yield* items;
      after = next;
    }
  }

  async #ask(after: number): Promise<Response> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl(PLUGIN_ID),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: PLUGIN_ID,
      }),
    ]);
    return fetch(`${baseUrl}/v1/requests?after=${after}&limit=${PAGE}`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  }
}
