import { isDeepStrictEqual } from 'node:util';
import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { KeptRequest } from '../../store/LifeStore';
import { History } from './History';

function withoutWrites(kept: KeptRequest | undefined) {
  const { version: _, lookedAt: __, ...request } = kept ?? {};
  return request;
}

/** What a portal that does not know of a broken glass finds wrong, and does about it. */
const FORGOTTEN: ReadonlyArray<RequestEvent['kind']> = [
  'merged_unapproved',
  'auto_merge',
];

const isForced = (events: readonly RequestEvent[]) =>
  events.some(({ kind }) => kind === 'break_glass');

/** A portal that lost its database has to learn the same from GitHub, but for what GitHub has forgotten. */
export async function checkRebuilt(history: History): Promise<void> {
  // A body that somebody edited says less than the record that is lost.
  if (history.pulls.some(pull => pull.bodyRequester !== pull.requester)) return;
  const { lifeStore } = await history.rebuild();
  for (const { number } of history.pulls) {
    const kept = withoutWrites(await history.kept(number));
    const rebuilt = withoutWrites(await lifeStore.find(number));
    if (!isDeepStrictEqual(kept, rebuilt)) {
      const both = [kept, rebuilt].map(each => JSON.stringify(each));
      history.violations.push(`${number} is rebuilt as ${both.join(', not ')}`);
    }
    const known = await history.events(number);
    const wrong = (await lifeStore.events(number)).filter(
      event =>
        !known.some(other => isDeepStrictEqual(event, other)) &&
        // Why the glass was broken is what only the database knew.
        !(FORGOTTEN.includes(event.kind) && isForced(known)),
    );
    if (wrong.length > 0) {
      const ids = wrong.map(({ id }) => id).join();
      history.violations.push(`${number} is rebuilt with other events: ${ids}`);
    }
  }
}
