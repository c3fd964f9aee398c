import { Config } from '@backstage/config';
import { UpstreamError } from '../fetchEngine/types';
import { ArgoHttpClient } from './ArgoHttpClient';
import { readArgoInstances } from './readArgoInstances';
import { ArgoClient, ArgoClients } from './types';

/** {@link ArgoClients} of `argocd.appLocatorMethods`. @public */
export class ConfigArgoClients implements ArgoClients {
  readonly #clients: ReadonlyMap<string, ArgoClient>;

  static fromConfig(config: Config): ConfigArgoClients {
    const clients = readArgoInstances(config).map(
      instance => [instance.name, new ArgoHttpClient(instance)] as const,
    );
    return new ConfigArgoClients(new Map(clients));
  }

  private constructor(clients: ReadonlyMap<string, ArgoClient>) {
    this.#clients = clients;
  }

  list(): readonly string[] {
    return [...this.#clients.keys()];
  }

  get(instance: string): ArgoClient {
    const client = this.#clients.get(instance);
    if (!client) {
      throw new UpstreamError(
        'misconfigured',
        `There is no Argo CD '${instance}'`,
        {
          fix: `Add '${instance}' to argocd.appLocatorMethods[].instances[] in app-config`,
        },
      );
    }
    return client;
  }
}
