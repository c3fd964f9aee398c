import { Sha256 } from '@aws-crypto/sha256-js';
import { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import { mapAwsError } from '../aws/mapAwsError';
import { UpstreamError } from '../fetchEngine/types';
import { fetchUpstreamJson } from '../http/fetchUpstreamJson';
import { AmpClient, PrometheusResponse } from './types';

const DEADLINE_MS = 15_000;
const MAX_BYTES = 16 * 2 ** 20;

const responseSchema = z.object({
  status: z.literal('success'),
  data: z.json(),
  warnings: z.array(z.string()).optional(),
});

/** @public */
export interface AmpHttpClientOptions {
  readonly region: string;
  readonly workspace: string;
  /** Base URL without `/workspaces/…`. */
  readonly endpoint: string;
  readonly credentials: AwsCredentialIdentityProvider;
}

/**
 * {@link AmpClient} over POST forms signed with SigV4 for the service `aps`.
 *
 * @remarks https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-APIReference-Prometheus-Compatible-Apis.html
 * @public
 */
export class AmpHttpClient implements AmpClient {
  readonly #options: AmpHttpClientOptions;
  readonly #signer: SignatureV4;

  constructor(options: AmpHttpClientOptions) {
    this.#options = options;
    this.#signer = new SignatureV4({
      service: 'aps',
      region: options.region,
      credentials: options.credentials,
      sha256: Sha256,
    });
  }

  async query(
    parameters: { readonly query: string; readonly time?: number },
    options?: { signal?: AbortSignal },
  ): Promise<PrometheusResponse> {
    return this.#post('query', parameters, options?.signal);
  }

  async queryRange(
    parameters: {
      readonly query: string;
      readonly start: number;
      readonly end: number;
      readonly step: number;
    },
    options?: { signal?: AbortSignal },
  ): Promise<PrometheusResponse> {
    return this.#post('query_range', parameters, options?.signal);
  }

  async #post(
    operation: string,
    parameters: Readonly<Record<string, string | number | undefined>>,
    signal?: AbortSignal,
  ): Promise<PrometheusResponse> {
    const { endpoint, workspace } = this.#options;
    const url = new URL(
      `${endpoint.replace(/\/+$/, '')}/workspaces/${encodeURIComponent(
        workspace,
      )}/api/v1/${operation}`,
    );
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) {
        form.set(name, String(value));
      }
    }
    const body = form.toString();
    const answer = await fetchUpstreamJson({
      upstream: `AMP workspace ${workspace}`,
      url: url.toString(),
      method: 'POST',
      headers: await this.#sign(url, body),
      body,
      signal,
      deadline: DEADLINE_MS,
      maxBytes: MAX_BYTES,
      credentialsFix: `Allow aps:QueryMetrics on workspace ${workspace} to the role that Slipway uses`,
    });
    const parsed = responseSchema.safeParse(answer);
    if (!parsed.success) {
      throw new UpstreamError(
        'misconfigured',
        `AMP workspace ${workspace} did not answer as Prometheus does`,
        { fix: 'Check amp.endpoint of the environment in app-config' },
      );
    }
    return parsed.data;
  }

  async #sign(url: URL, body: string): Promise<Record<string, string>> {
    try {
      const { headers } = await this.#signer.sign({
        method: 'POST',
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        headers: {
          host: url.host,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
      });
      // fetch sets the same Host itself and forbids to name it.
      const { host: _, ...rest } = headers;
      return rest;
    } catch (error) {
      throw mapAwsError(error);
    }
  }
}
