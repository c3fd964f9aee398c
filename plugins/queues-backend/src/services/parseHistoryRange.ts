import { InputError } from '@backstage/errors';
import {
  HISTORY_RANGES,
  HistoryRange,
  historyRangeSchema,
} from '@slipway/plugin-queues-common';
import { z } from 'zod';

const querySchema = z.object({ range: historyRangeSchema.default('3h') });

/** @throws InputError that lists the ranges there are. */
export function parseHistoryRange(query: unknown): HistoryRange {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `The query parameter range must be one of ${Object.keys(
        HISTORY_RANGES,
      ).join(', ')}`,
    );
  }
  return parsed.data.range;
}
