const DAY_MS = 86_400_000;
/** From here on ticks are days apart. */
const DAYS_MS = 10 * DAY_MS;

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
});
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const exact = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** A moment on an axis that spans `span` milliseconds. @public */
export function formatTimeTick(time: number, span: number): string {
  if (span > DAYS_MS) return day.format(time);
  return (span > DAY_MS ? dayAndClock : clock).format(time);
}

/** The same moment in full. @public */
export function formatTimeTooltip(time: number): string {
  return exact.format(time);
}
