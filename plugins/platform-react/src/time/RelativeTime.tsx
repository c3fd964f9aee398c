import Tooltip from '@mui/material/Tooltip';
import { formatRelativeTime } from './formatRelativeTime';
import { useNow } from './useNow';

const absolute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'long',
});

/** A moment in words that keeps itself up to date; the exact time on hover. @public */
export function RelativeTime(props: {
  /** ISO 8601, or milliseconds since the epoch. */
  value: string | number;
}) {
  const now = useNow();
  const time = new Date(props.value);
  if (Number.isNaN(time.getTime())) {
    return <span>unknown time</span>;
  }
  return (
    <Tooltip title={absolute.format(time)}>
      <time dateTime={time.toISOString()} style={{ whiteSpace: 'nowrap' }}>
        {formatRelativeTime(time.getTime(), now)}
      </time>
    </Tooltip>
  );
}
