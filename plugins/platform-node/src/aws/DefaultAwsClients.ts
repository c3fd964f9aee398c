import { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { UpstreamError } from '../fetchEngine/types';
import { keepCredentials } from './keepCredentials';
import { AwsClientConstructor, AwsClients } from './types';

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;

/** {@link AwsClients} with the credentials of Backstage's own `aws` config. @public */
export class DefaultAwsClients implements AwsClients {
  readonly #credentialsManager: AwsCredentialsManager;
  readonly #credentials = new Map<string, AwsCredentialIdentityProvider>();
  readonly #clients = new Map<unknown, Map<string, unknown>>();

  static create(options: {
    credentialsManager: AwsCredentialsManager;
  }): DefaultAwsClients {
    return new DefaultAwsClients(options.credentialsManager);
  }

  private constructor(credentialsManager: AwsCredentialsManager) {
    this.#credentialsManager = credentialsManager;
  }

  async getClient<C>(
    constructor: AwsClientConstructor<C>,
    environment: { readonly account: string; readonly region: string },
  ): Promise<C> {
    const { account, region } = environment;
    const credentials = await this.getCredentials(account);
    const clients = this.#clientsOf<C>(constructor);
    const key = `${account} ${region}`;
    let client = clients.get(key);
    if (!client) {
      client = new constructor({
        region,
        credentials,
        maxAttempts: 3,
        customUserAgent: 'slipway',
        useQueueUrlAsEndpoint: false,
        requestHandler: {
          connectionTimeout: CONNECTION_TIMEOUT_MS,
          requestTimeout: REQUEST_TIMEOUT_MS,
          throwOnRequestTimeout: true,
        },
      });
      clients.set(key, client);
    }
    return client;
  }

  async getCredentials(
    account: string,
  ): Promise<AwsCredentialIdentityProvider> {
    let provider = this.#credentials.get(account);
    if (!provider) {
      provider = keepCredentials(await this.#findCredentials(account));
      this.#credentials.set(account, provider);
    }
    return provider;
  }

  async #findCredentials(
    account: string,
  ): Promise<AwsCredentialIdentityProvider> {
    try {
      const found = await this.#credentialsManager.getCredentialProvider({
        accountId: account,
      });
      return found.sdkCredentialProvider;
    } catch (error) {
      throw new UpstreamError(
        'misconfigured',
        `There are no credentials for AWS account ${account}`,
        {
          fix: `Add ${account} to aws.accounts, or set aws.accountDefaults.roleName, in app-config`,
          cause: error,
        },
      );
    }
  }

  #clientsOf<C>(constructor: AwsClientConstructor<C>): Map<string, C> {
    const known = this.#clients.get(constructor);
    // Filled only below this key, by clients of this very class.
    const clients = (known ?? new Map<string, C>()) as Map<string, C>;
    this.#clients.set(constructor, clients);
    return clients;
  }
}
