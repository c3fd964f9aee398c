import { SlipwayEnvironment } from '@slipway/platform-common';
import { AwsClients } from '../aws/types';
import { UpstreamError } from '../fetchEngine/types';
import { AmpHttpClient } from './AmpHttpClient';
import { AmpClient, AmpClients } from './types';

/** {@link AmpClients} of `slipway.environments[].amp`, one client per environment. @public */
export class DefaultAmpClients implements AmpClients {
  readonly #awsClients: AwsClients;
  readonly #clients = new Map<string, AmpClient>();

  static create(options: { awsClients: AwsClients }): DefaultAmpClients {
    return new DefaultAmpClients(options.awsClients);
  }

  private constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  async get(environment: SlipwayEnvironment): Promise<AmpClient> {
    const { name, account, region, amp } = environment;
    if (!amp) {
      throw new UpstreamError(
        'misconfigured',
        `Environment ${name} has no AMP workspace`,
        { fix: `Set slipway.environments[name=${name}].amp in app-config` },
      );
    }
    const credentials = await this.#awsClients.getCredentials(account);
    const client =
      this.#clients.get(name) ??
      new AmpHttpClient({
        region,
        workspace: amp.workspace,
        endpoint:
          amp.endpoint ?? `https://aps-workspaces.${region}.amazonaws.com`,
        credentials,
      });
    this.#clients.set(name, client);
    return client;
  }
}
