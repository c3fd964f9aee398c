import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { LifeStore } from '../store/LifeStore';

/**
 * Adds to the rows of a list where their requests stand. A row that has moved since anybody looked goes without, and so do all
 * while the database is gone.
 */
export async function withLife(
  items: readonly ChangeRequest[],
  store: Pick<LifeStore, 'findMany'>,
): Promise<ChangeRequest[]> {
  const numbers = items.map(({ number }) => number);
  const kept = await store.findMany(numbers).catch(() => undefined);
  return items.map(item => {
    const request = kept?.get(item.number);
    const isSame =
      request?.headSha === item.headSha &&
      (request.mergedAt !== undefined) === (item.mergedAt !== undefined) &&
      (request.state === 'withdrawn') === (item.state === 'closed');
    if (!request || !isSame) return item;
    const { id, stage, state, stageSince, waitsFor } = request;
    return { ...item, id, stage, lifeState: state, stageSince, waitsFor };
  });
}
