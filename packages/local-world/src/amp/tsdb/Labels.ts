/** Label names and values of a series; a label that is absent equals one that is empty. */
export type Labels = Readonly<Record<string, string>>;

/** A text that is equal for equal label sets. */
export function labelsKey(labels: Labels): string {
  return Object.keys(labels)
    .sort()
    .map(name => `${name}\u0001${labels[name]}`)
    .join('\u0002');
}

export function pickLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(
    names.flatMap(name => (labels[name] ? [[name, labels[name]]] : [])),
  );
}

export function omitLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => !names.includes(name)),
  );
}

/** `{a="b", c="d"}`, as in Prometheus' messages. */
export function formatLabels(labels: Labels): string {
  const pairs = Object.keys(labels)
    .sort()
    .map(name => `${name}=${JSON.stringify(labels[name])}`);
  return `{${pairs.join(', ')}}`;
}
