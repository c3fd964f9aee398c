import { JsonValue } from '@backstage/types';

/** Options of one request to Argo CD. @public */
export interface ArgoRequestOptions {
  readonly query?: Readonly<
    Record<string, string | readonly string[] | undefined>
  >;
  readonly signal?: AbortSignal;
  /** Milliseconds; default 10 000. */
  readonly deadline?: number;
}

/**
 * JSON requests to one Argo CD API server with Slipway's token.
 *
 * @remarks Paths as in https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/; each part of a path is given
 * apart and is encoded here. All methods throw {@link UpstreamError}; a refused token is never the caller's own 401.
 * @public
 */
export interface ArgoClient {
  readonly instance: string;
  /** Base URL of the instance, for links into its UI. */
  readonly url: string;
  get(
    path: readonly string[],
    options?: ArgoRequestOptions,
  ): Promise<JsonValue>;
  post(
    path: readonly string[],
    body: JsonValue,
    options?: ArgoRequestOptions,
  ): Promise<JsonValue>;
  delete(
    path: readonly string[],
    options?: ArgoRequestOptions,
  ): Promise<JsonValue>;
}

/** The Argo CD instances of app-config. @public */
export interface ArgoClients {
  /** Names under `argocd.appLocatorMethods[].instances[]`. */
  list(): readonly string[];
  /** @throws UpstreamError `misconfigured` when there is no instance of that name. */
  get(instance: string): ArgoClient;
}
