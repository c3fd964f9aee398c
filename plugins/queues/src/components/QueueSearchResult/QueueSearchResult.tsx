import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EnvironmentChip,
  SearchResultLine,
  SearchResultProps,
} from '@slipway/platform-react';
import { queueDocumentSchema } from '@slipway/plugin-queues-common';

/** A queue among the results of a search: where it is, whose it is, and the way to it. Nothing for what is no queue. */
export function QueueSearchResult({ result, ...look }: SearchResultProps) {
  const parsed = queueDocumentSchema.safeParse(result);
  if (!parsed.success) {
    return null;
  }
  const queue = parsed.data;
  return (
    <SearchResultLine
      {...look}
      title={queue.title}
      location={queue.location}
      chips={queue.environment && <EnvironmentChip name={queue.environment} />}
      facts={[
        queue.owner && <EntityRefLink entityRef={queue.owner} hideIcon />,
        queue.system && <EntityRefLink entityRef={queue.system} hideIcon />,
        queue.deadLetterQueue && `dead letters go to ${queue.deadLetterQueue}`,
        queue.deadLettersOf && `dead-letter queue of ${queue.deadLettersOf}`,
      ]}
    />
  );
}
