import { AwsError } from '../server/AwsError';

const BATCH_LIMIT = 10;

/** Reply of a batch operation: each entry succeeds or fails for itself. */
export interface BatchReply {
  readonly Successful: ReadonlyArray<Record<string, unknown>>;
  readonly Failed: ReadonlyArray<Record<string, unknown>>;
}

function checkEntries(entries: ReadonlyArray<{ Id: string }>): void {
  if (entries.length === 0) {
    throw new AwsError(
      'EmptyBatchRequest',
      'There should be at least one entry in the request.',
      { queryCode: 'AWS.SimpleQueueService.EmptyBatchRequest' },
    );
  }
  if (entries.length > BATCH_LIMIT) {
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${BATCH_LIMIT}. You have sent ${entries.length}.`,
      { queryCode: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest' },
    );
  }
  if (new Set(entries.map(entry => entry.Id)).size < entries.length) {
    throw new AwsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries have the same Id.',
      { queryCode: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct' },
    );
  }
}

/** Runs `handle` for each entry and sorts what came of it. */
export function runBatch<E extends { Id: string }>(
  entries: readonly E[],
  handle: (entry: E) => Record<string, unknown> | void,
): BatchReply {
  checkEntries(entries);
  const Successful: Record<string, unknown>[] = [];
  const Failed: Record<string, unknown>[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...handle(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) {
        throw error;
      }
      Failed.push({
        Id: entry.Id,
        Code: error.options.queryCode ?? error.code,
        Message: error.message,
        SenderFault: error.status < 500,
      });
    }
  }
  return { Successful, Failed };
}
