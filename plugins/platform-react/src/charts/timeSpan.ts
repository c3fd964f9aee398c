/** Milliseconds since the epoch. @public */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** A shorter drag is taken for a click. Pixels. */
const SHORTEST_DRAG = 8;

/** The time between two places of a chart, in whichever order; undefined for a click. */
export function toTimeSpan(
  from: number,
  to: number,
  area: { readonly left: number; readonly width: number },
  shown: TimeSpan,
): TimeSpan | undefined {
  if (Math.abs(to - from) < SHORTEST_DRAG || area.width <= 0) return undefined;
  const timeAt = (x: number) => {
    const share = Math.min(Math.max((x - area.left) / area.width, 0), 1);
    return Math.round(shown.start + share * (shown.end - shown.start));
  };
  const [start, end] = [Math.min(from, to), Math.max(from, to)].map(timeAt);
  return end > start ? { start, end } : undefined;
}
