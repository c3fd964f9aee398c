import { JsonObject } from './JsonValue';
import { ManifestError } from './ManifestError';

type Requirement = (labels: JsonObject) => boolean;

const SET = /^([^\s,()!=]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EQUAL = /^([^\s,()!=]+)\s*(==|=|!=)\s*([^\s,()!=]*)$/;

/**
 * A selector of labels or annotations: `app=web,tier in (a, b),!canary`.
 *
 * @remarks https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 * @throws ManifestError for what is none.
 */
export function labelSelector(selector: string): Requirement {
  // Commas inside of brackets belong to a set.
  const parts = selector.match(/(?:\([^()]*\)|[^,()])+/g) ?? [];
  const requirements = parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => requirementOf(part, selector));
  return labels => requirements.every(holds => holds(labels));
}

function requirementOf(part: string, selector: string): Requirement {
  const has = (labels: JsonObject, name: string) => Object.hasOwn(labels, name);
  const set = SET.exec(part);
  if (set) {
    const [, name, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return labels =>
      (has(labels, name) && values.includes(String(labels[name]))) ===
      (operator === 'in');
  }
  const equal = EQUAL.exec(part);
  if (equal) {
    const [, name, operator, value] = equal;
    return labels =>
      (has(labels, name) && String(labels[name]) === value) ===
      (operator !== '!=');
  }
  const [, not, name] = /^(!?)\s*([^\s,()!=]+)$/.exec(part) ?? [];
  if (name === undefined) {
    throw new ManifestError(`'${selector}' is no selector of labels`);
  }
  return labels => has(labels, name) === (not === '');
}
