import { LinkedChange, SourceSummary } from '@slipway/plugin-infra-prs-common';
import { revertedNumber } from '../life/revertsOf';
import { PullFacts } from '../services/changeFacts';
import { ChangeSources } from '../services/ChangeSources';
import { summarizeSource } from '../services/sourceData';
import { FollowSources } from './createFollowSources';

function toLink({ number, title, state, mergedAt }: PullFacts): LinkedChange {
  return { number, title, state: mergedAt ? 'merged' : state };
}

/** The revert that counts: one that was closed without being merged takes nothing back. Pure. */
export function standingRevert(
  pulls: readonly PullFacts[],
): PullFacts | undefined {
  return (
    pulls.find(({ mergedAt }) => mergedAt) ??
    pulls.find(({ state }) => state === 'open')
  );
}

/** Finds what takes a change back, and what it takes back itself. */
export class RevertLinks {
  readonly #sources: Pick<ChangeSources, 'pull'> &
    Pick<FollowSources, 'reverts'>;

  constructor(
    sources: Pick<ChangeSources, 'pull'> & Pick<FollowSources, 'reverts'>,
  ) {
    this.#sources = sources;
  }

  async read(pull: PullFacts): Promise<{
    reverts?: LinkedChange;
    revertedBy?: LinkedChange;
    sources: SourceSummary[];
  }> {
    const { number, headRef, mergedAt } = pull;
    const other = revertedNumber(pull);
    const [of, by] = await Promise.all([
      other === undefined || other === number
        ? undefined
        : this.#sources.pull.get(other, { watch: false }),
      mergedAt && headRef
        ? this.#sources.reverts.get({ number, headRef })
        : undefined,
    ]);
    const standing = standingRevert(by?.data ?? []);
    return {
      reverts: of?.data && toLink(of.data),
      revertedBy: standing && toLink(standing),
      sources: by && by.state !== 'ok' ? [summarizeSource(by)] : [],
    };
  }

  /** Forgets what the portal has just made. */
  forget(number: number, headRef: string): void {
    this.#sources.reverts.invalidate({ number, headRef });
  }
}
