const units = [
  { seconds: 86_400, name: 'd' },
  { seconds: 3_600, name: 'h' },
  { seconds: 60, name: 'min' },
] as const;

/** How long ago an ISO 8601 time was, as in `3 h ago`; undefined when it is not a time. */
export function timeAgo(
  time: string | undefined,
  now: number,
): string | undefined {
  const seconds = (now - Date.parse(time ?? '')) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  const unit = units.find(candidate => seconds >= candidate.seconds);
  return unit
    ? `${Math.floor(seconds / unit.seconds)} ${unit.name} ago`
    : 'just now';
}
