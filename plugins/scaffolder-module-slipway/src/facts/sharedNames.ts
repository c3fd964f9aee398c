import { EnvironmentFacts } from '../api/goldenPathSchemas';

/** A topic or bus that a form offers. */
export interface SharedName {
  readonly source: 'topic' | 'bus';
  readonly name: string;
  /** Chosen environments that do not have it; it cannot be chosen while there is one. */
  readonly missingIn: readonly string[];
}

/** Topics and buses of the chosen environments (of all, while none is chosen), sorted by name. */
export function sharedNames(
  facts: readonly EnvironmentFacts[],
  environments: readonly string[],
): SharedName[] {
  const chosen = facts.filter(
    ({ environment }) =>
      environments.length === 0 || environments.includes(environment),
  );
  const named = (source: SharedName['source'], key: 'topics' | 'buses') =>
    [...new Set(chosen.flatMap(item => item[key]))]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map(name => ({
        source,
        name,
        missingIn: chosen
          .filter(item => !item[key].includes(name))
          .map(item => item.environment),
      }));
  return [...named('topic', 'topics'), ...named('bus', 'buses')];
}
