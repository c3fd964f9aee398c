import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { RecordRequest } from '@slipway/plugin-infra-prs-common';

const PLUGIN_ID = 'slipway-infra-prs';
const DEADLINE_MS = 15_000;

/** Tells the plugin slipway-infra-prs who asked for a pull request. */
export interface RequestRecorder {
  /** Idempotent. @throws ResponseError */
  record(
    request: RecordRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
}

export class HttpRequestRecorder implements RequestRecorder {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): HttpRequestRecorder {
    return new HttpRequestRecorder(options.auth, options.discovery);
  }

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  async record(
    request: RecordRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: PLUGIN_ID,
    });
    const response = await fetch(`${baseUrl}/v1/requests`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  }
}
