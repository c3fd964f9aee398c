import { EmptyLine } from '@slipway/platform-react';

/** In place of a list without entries; it says no more than is known. */
export function NothingToDo(props: {
  /** The person's teams own queues. */
  ownsQueues: boolean;
  /** All of them could be read. */
  isSure: boolean;
}) {
  const { ownsQueues, isSure } = props;
  if (!ownsQueues) {
    return <EmptyLine isDone={false}>Your teams own no queues yet.</EmptyLine>;
  }
  return (
    <EmptyLine isDone>
      {isSure
        ? 'No dead letters. Nothing to do.'
        : 'No dead letters in the queues that could be read.'}
    </EmptyLine>
  );
}
