/** Above this share of failures a service needs a look, and above the other it is in trouble. */
const NOTABLE = 0.01;
const SERIOUS = 0.05;

/** How bad an error ratio is, with words for it; colour is never the only sign. */
export function errorTone(ratio: number | undefined): {
  readonly tone: 'success' | 'warning' | 'error' | 'neutral';
  readonly words?: string;
} {
  if (ratio === undefined) return { tone: 'neutral' };
  if (ratio >= SERIOUS) return { tone: 'error', words: 'High' };
  if (ratio >= NOTABLE) return { tone: 'warning', words: 'Raised' };
  return { tone: 'success' };
}
