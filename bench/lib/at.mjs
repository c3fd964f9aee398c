/** The time below which a share of all times is, in milliseconds. */
export function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
}
