import { AuthService } from '@backstage/backend-plugin-api';
import { ChangeRollout } from '@slipway/plugin-infra-prs-common';
import { AftermathReader } from '../life/LookReader';
import { Aftermath, Rollout } from '../life/Rollout';
import { applyOf } from '../services/applyOf';
import { CheckFacts } from '../services/changeFacts';
import { ReadRollouts, RolloutReader } from './RolloutReader';

/** The worst first: what one deployment of an environment does, the environment does. */
const WORST: ReadonlyArray<ChangeRollout['state']> = [
  'failed',
  'unknown',
  'waiting',
  'running',
  'superseded',
  'live',
  'skipped',
];

/** Rows as one rollout an environment; undefined when one could not be asked and none has failed. Pure. */
export function environmentRollouts(
  rows: readonly ChangeRollout[],
): readonly Rollout[] | undefined {
  const names = [...new Set(rows.map(({ environment }) => environment))];
  const worst = names.flatMap(name => {
    const own = rows.filter(({ environment }) => environment === name);
    const state = WORST.find(each => own.some(row => row.state === each));
    // What ended last ends the environment.
    const same = own
      .filter(row => row.state === state)
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
    return same.slice(0, 1);
  });
  const failed = worst.some(({ state }) => state === 'failed');
  if (!failed && worst.some(({ state }) => state === 'unknown'))
    return undefined;
  return worst.map(toRollout);
}

function toRollout(row: ChangeRollout): Rollout {
  const { environment, at, text, consoleUrl: url } = row;
  switch (row.state) {
    case 'live':
      return { environment, state: 'succeeded', at, url };
    case 'failed':
      return { environment, state: 'failed', at, message: text, url };
    case 'superseded':
      return { environment, state: 'superseded' };
    case 'skipped':
      return { environment, state: 'none' };
    case 'running':
      return { environment, state: 'running', url };
    default:
      return { environment, state: 'waiting', url };
  }
}

/** What became of a change, as the portal itself sees it: for the stage that all who see the change are told. */
export class FollowAftermath implements AftermathReader {
  readonly #rollouts: RolloutReader;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(
    rollouts: RolloutReader,
    auth: Pick<AuthService, 'getOwnServiceCredentials'>,
  ) {
    this.#rollouts = rollouts;
    this.#auth = auth;
  }

  async read(
    look: Parameters<AftermathReader['read']>[0],
    mergeChecks: readonly CheckFacts[],
  ): Promise<Aftermath> {
    const apply = applyOf(look.facts.pull, mergeChecks, look.assessment.plan);
    if (!apply) return { rollouts: [] };
    const read: ReadRollouts = await this.#rollouts.read(look, apply, {
      name: 'slipway-infra-prs',
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return { apply, rollouts: environmentRollouts(read.rollouts) };
  }
}
