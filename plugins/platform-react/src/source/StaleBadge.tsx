import { SourceResult } from '@slipway/platform-common';
import { StatusChip } from '../status/StatusChip';
import { formatRelativeTime } from '../time/formatRelativeTime';
import { useNow } from '../time/useNow';

/** Marks data that is older than it should be, with its age; nothing for fresh data. @public */
export function StaleBadge(props: { result: SourceResult<unknown> }) {
  const now = useNow();
  const { state, asOf, message } = props.result;
  if (state !== 'stale') {
    return null;
  }
  const age = asOf
    ? formatRelativeTime(Date.parse(asOf), now)
    : 'some time ago';
  return (
    <StatusChip
      status="warning"
      label={`As of ${age}`}
      title={message ?? 'The upstream is slow to answer'}
    />
  );
}
