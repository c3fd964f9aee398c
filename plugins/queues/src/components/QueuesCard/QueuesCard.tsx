import { SourceResult } from '@slipway/platform-common';
import { QueueState, QueuesResponse } from '@slipway/plugin-queues-common';
import {
  AnnotationProblems,
  SlipwayCard,
  SlipwayQueryProvider,
} from '@slipway/platform-react';
import { useQueues } from '../../hooks/useQueues';
import { AddQueueLink } from '../AddQueueLink';
import { QueuesEmptyState } from '../QueuesEmptyState';
import { QueueLines } from './QueueLines';
import { QueueSummary } from './QueueSummary';

/** With more queues than this there is one line for each. */
const MAX_IN_FULL = 3;

/** Queues of the entity in all environments at a glance. @public */
export function QueuesCard() {
  return (
    <SlipwayQueryProvider>
      <Content />
    </SlipwayQueryProvider>
  );
}

function Content() {
  const { data, isPending, error } = useQueues();
  const filled = data && (data.queues.length > 0 || data.problems.length > 0);
  return (
    <SlipwayCard
      title="Queues"
      action={<AddQueueLink />}
      asOf={data && oldestAsOf(data.queues)}
      loading={isPending}
      error={error ?? undefined}
      empty={<QueuesEmptyState />}
    >
      {filled ? <Filled {...data} /> : undefined}
    </SlipwayCard>
  );
}

function Filled({ queues, problems }: QueuesResponse) {
  return (
    <>
      <AnnotationProblems problems={problems} />
      {queues.length > MAX_IN_FULL ? (
        <QueueLines queues={queues} />
      ) : (
        queues.map(result => (
          <QueueSummary
            key={`${result.source.environment} ${result.source.target}`}
            result={result}
          />
        ))
      )}
    </>
  );
}

/** When all numbers on the card were true. */
function oldestAsOf(
  queues: ReadonlyArray<SourceResult<QueueState>>,
): string | undefined {
  return queues
    .flatMap(({ state, asOf }) => (state === 'ok' && asOf ? [asOf] : []))
    .sort()[0];
}
