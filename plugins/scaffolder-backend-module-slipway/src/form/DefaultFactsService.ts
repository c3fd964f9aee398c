import { InputError } from '@backstage/errors';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { Environments, UpstreamError } from '@slipway/platform-node';
import { PlatformFactsService } from '../services/PlatformFactsService';
import { EnvironmentOffer, FactsService } from './FactsService';

/** From the committed facts of each environment. */
export class DefaultFactsService implements FactsService {
  static create(options: {
    environments: Environments;
    facts: PlatformFactsService;
  }): DefaultFactsService {
    return new DefaultFactsService(options.environments, options.facts);
  }

  private constructor(
    private readonly environments: Environments,
    private readonly facts: PlatformFactsService,
  ) {}

  async list(): Promise<readonly EnvironmentOffer[]> {
    return Promise.all(this.environments.list().map(env => this.#offer(env)));
  }

  async #offer(environment: SlipwayEnvironment): Promise<EnvironmentOffer> {
    const { name } = environment;
    try {
      const facts = await this.facts.get(environment);
      const { load_balancers: balancers } = facts;
      return {
        environment: name,
        topics: Object.keys(facts.topics).sort(),
        buses: Object.keys(facts.event_buses).sort(),
        ingress: (['internal', 'public'] as const).filter(
          kind => balancers[kind] !== null,
        ),
        domain: facts.domain,
      };
    } catch (error) {
      if (!(error instanceof UpstreamError || error instanceof InputError)) {
        throw error;
      }
      const problem = error.message;
      return { environment: name, problem, topics: [], buses: [], ingress: [] };
    }
  }
}
