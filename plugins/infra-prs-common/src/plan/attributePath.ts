/** Steps from a resource to a value in it: names and positions. */
export type PathSteps = readonly (string | number)[];

/** Longest path that is shown. */
const MAX_PATH = 300;

/** `tags.owner`, `ingress[0].cidr_blocks[1]`, `labels["app.kubernetes.io/name"]` */
export function pathText(steps: PathSteps): string {
  const text = steps
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
  return text.length > MAX_PATH ? `${text.slice(0, MAX_PATH - 1)}…` : text;
}

/** Whether a value is in what forces a replace: positions of lists do not count, as items are matched otherwise. */
export function isWithin(steps: PathSteps, forced: PathSteps): boolean {
  const end = forced.findIndex(step => typeof step === 'number');
  const named = end < 0 ? forced : forced.slice(0, end);
  return named.length > 0 && named.every((step, at) => steps[at] === step);
}
