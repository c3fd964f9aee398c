import { EmptyLine } from '@slipway/platform-react';

/** In place of an empty list; it says no more than is known. */
export function NothingToShow(props: {
  view: 'waiting' | 'mine';
  /** All changes could be read. */
  isSure: boolean;
}) {
  const isDone = props.view === 'waiting' && props.isSure;
  return <EmptyLine isDone={isDone}>{wordsOf(props)}</EmptyLine>;
}

function wordsOf(props: { view: 'waiting' | 'mine'; isSure: boolean }) {
  if (props.view === 'mine') return 'You have asked for nothing yet.';
  return props.isSure
    ? 'Nothing waits for you.'
    : 'Nothing waits for you, as far as GitHub could be read.';
}
