import { CallerCredentials } from '@slipway/platform-node';
import { ChangeFollow } from '@slipway/plugin-infra-prs-common';
import { applyOf } from '../services/applyOf';
import { assessChange } from '../services/assessChange';
import { CallerReader } from '../services/CallerReader';
import { FactsReader } from '../services/FactsReader';
import { SurroundingsReader } from '../services/surroundings';
import { CreatedThings } from './CreatedThings';
import { followViewer } from './followViewer';
import { RevertLinks } from './RevertLinks';
import { RolloutReader } from './RolloutReader';

/** Tells what became of a change, as far as the caller may see it. */
export interface FollowService {
  /** @throws NotFoundError, ServiceUnavailableError when the pull request itself cannot be read. */
  read(number: number, credentials: CallerCredentials): Promise<ChangeFollow>;
}

/** {@link FollowService} over GitHub, the catalog and the deployments plugin; what is down leaves a gap and no more. */
export class DefaultFollowService implements FollowService {
  readonly #options: {
    readonly facts: FactsReader;
    readonly surroundings: SurroundingsReader;
    readonly callers: CallerReader;
    readonly rollouts: RolloutReader;
    readonly created: CreatedThings;
    readonly reverts: RevertLinks;
  };

  constructor(options: {
    facts: FactsReader;
    surroundings: SurroundingsReader;
    callers: CallerReader;
    rollouts: RolloutReader;
    created: CreatedThings;
    reverts: RevertLinks;
  }) {
    this.#options = options;
  }

  async read(
    number: number,
    credentials: CallerCredentials,
  ): Promise<ChangeFollow> {
    const { facts: reader, surroundings, callers } = this.#options;
    const { facts, mergeChecks } = await reader.readCached(number);
    const [around, person] = await Promise.all([
      surroundings.readIfThere([facts]),
      callers.read(credentials),
    ]);
    const assessment = assessChange(facts, around(number));
    const apply = applyOf(facts.pull, mergeChecks, assessment.plan);
    const name = person.userEntityRef ?? 'service';
    const [runs, created, links] = await Promise.all([
      this.#options.rollouts.read({ facts, assessment }, apply, {
        name,
        credentials,
      }),
      this.#options.created.read(apply, credentials),
      this.#options.reverts.read(facts.pull),
    ]);
    return {
      number,
      rollouts: runs.rollouts,
      created,
      ...links,
      sources: [...runs.sources, ...links.sources],
      viewer: followViewer(facts.pull, apply, links.revertedBy),
    };
  }
}
