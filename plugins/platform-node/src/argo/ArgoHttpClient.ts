import { JsonValue } from '@backstage/types';
import { fetchUpstreamJson, UpstreamRequest } from '../http/fetchUpstreamJson';
import { ArgoInstance } from './readArgoInstances';
import { ArgoClient, ArgoRequestOptions } from './types';

const DEADLINE_MS = 10_000;
const MAX_BYTES = 32 * 2 ** 20;

/** {@link ArgoClient} over HTTP with a bearer token. @public */
export class ArgoHttpClient implements ArgoClient {
  readonly instance: string;
  readonly url: string;
  readonly #token: string;

  constructor(instance: ArgoInstance) {
    this.instance = instance.name;
    this.url = instance.url;
    this.#token = instance.token;
  }

  async get(
    path: readonly string[],
    options?: ArgoRequestOptions,
  ): Promise<JsonValue> {
    return this.#send('GET', path, undefined, options);
  }

  async post(
    path: readonly string[],
    body: JsonValue,
    options?: ArgoRequestOptions,
  ): Promise<JsonValue> {
    return this.#send('POST', path, body, options);
  }

  async delete(
    path: readonly string[],
    options?: ArgoRequestOptions,
  ): Promise<JsonValue> {
    return this.#send('DELETE', path, undefined, options);
  }

  async #send(
    method: UpstreamRequest['method'],
    path: readonly string[],
    body: JsonValue | undefined,
    options: ArgoRequestOptions = {},
  ): Promise<JsonValue> {
    const url = new URL(
      `${this.url}/api/v1/${path.map(encodePathPart).join('/')}`,
    );
    for (const [name, value] of Object.entries(options.query ?? {})) {
      for (const item of value === undefined ? [] : [value].flat()) {
        url.searchParams.append(name, item);
      }
    }
    return fetchUpstreamJson({
      upstream: `Argo CD '${this.instance}'`,
      url: url.toString(),
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${this.#token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
      deadline: options.deadline ?? DEADLINE_MS,
      maxBytes: MAX_BYTES,
      credentialsFix: `Check the token of Argo CD '${this.instance}' in app-config, and the RBAC of its account`,
    });
  }
}

/** URL parsing resolves `..` even when it is encoded, so dots are not left to it. */
function encodePathPart(part: string): string {
  return /^\.+$/.test(part)
    ? part.replaceAll('.', '%252E')
    : encodeURIComponent(part);
}
