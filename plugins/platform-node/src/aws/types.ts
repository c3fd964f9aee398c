import { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { SlipwayEnvironment } from '@slipway/platform-common';

/** What every AWS SDK client is made with. @public */
export interface AwsClientConfig {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly maxAttempts: number;
  readonly customUserAgent: string;
  /** SQS only, ignored by others: requests go to the region's endpoint, not to the host of each queue's URL. */
  readonly useQueueUrlAsEndpoint: false;
  /** Milliseconds. */
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: boolean;
  };
}

/** Class of an AWS SDK v3 client, such as `SQSClient`. @public */
export type AwsClientConstructor<C> = new (config: AwsClientConfig) => C;

/** AWS SDK clients, one per service, account and region, never changed after they are made. @public */
export interface AwsClients {
  /** @throws UpstreamError `misconfigured` when no credentials are configured for the account. */
  getClient<C>(
    constructor: AwsClientConstructor<C>,
    environment: Pick<SlipwayEnvironment, 'account' | 'region'>,
  ): Promise<C>;
  /**
   * Credentials of an account, kept until shortly before they expire. For requests that no SDK client makes.
   * @throws UpstreamError `misconfigured` when none are configured.
   */
  getCredentials(account: string): Promise<AwsCredentialIdentityProvider>;
}
