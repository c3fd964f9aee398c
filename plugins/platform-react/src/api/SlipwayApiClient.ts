import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

/** @public */
export interface SlipwayApiClientOptions {
  readonly discoveryApi: DiscoveryApi;
  readonly fetchApi: FetchApi;
}

/** One request of a {@link SlipwayApiClient}. @public */
export interface SlipwayRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parts of the path below the plugin's base URL; each is encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A request that answers JSON. @public */
export interface SlipwayJsonRequest<T> extends SlipwayRequest {
  /** Makes a typed value of the answer, such as `schema.parse`. */
  read(json: unknown): T;
}

/** Base of the clients of Slipway's backend plugins. Failures are `ResponseError`. @public */
export abstract class SlipwayApiClient {
  readonly #pluginId: string;
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  protected constructor(pluginId: string, options: SlipwayApiClientOptions) {
    this.#pluginId = pluginId;
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  protected async request<T>(request: SlipwayJsonRequest<T>): Promise<T> {
    const response = await this.send(request);
    return request.read(
      response.status === 204 ? undefined : await response.json(),
    );
  }

  /** For answers that are no JSON; the response is one of success. */
  protected async send(request: SlipwayRequest): Promise<Response> {
    const { method = 'GET', path, query = {}, body, signal } = request;
    const base = await this.#discoveryApi.getBaseUrl(this.#pluginId);
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        parameters.set(name, value);
      }
    }
    const search = parameters.size > 0 ? `?${parameters}` : '';
    const url = `${base}/${path.map(encodeURIComponent).join('/')}${search}`;
    const response = await this.#fetchApi.fetch(url, {
      method,
      signal,
      headers: {
        ...request.headers,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }

  /** `v1/entities/:kind/:namespace/:name/…` */
  protected entityPath(entityRef: string, ...rest: string[]): string[] {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return ['v1', 'entities', kind, namespace, name, ...rest];
  }
}
