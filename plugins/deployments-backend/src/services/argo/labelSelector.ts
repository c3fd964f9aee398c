import { InputError } from '@backstage/errors';

/** Whether a set of labels is selected. */
export type LabelMatcher = (
  labels: Readonly<Record<string, string>>,
) => boolean;

const KEY = '[A-Za-z0-9](?:[\\w./-]*[A-Za-z0-9])?';
const VALUE = '(?:[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9])?)?';
const equality = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const membership = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const existence = new RegExp(`^(!?)\\s*(${KEY})$`);
const LONGEST = 1000;

function parseRequirement(text: string): LabelMatcher {
  const equal = equality.exec(text);
  if (equal) {
    const [, key, operator, value] = equal;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const member = membership.exec(text);
  if (member) {
    const [, key, operator, list] = member;
    const values = new Set(list.split(',').map(value => value.trim()));
    return operator === 'in'
      ? labels => key in labels && values.has(labels[key])
      : labels => !(key in labels && values.has(labels[key]));
  }
  const exists = existence.exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => Boolean(not) !== Object.hasOwn(labels, key);
  }
  throw new InputError(
    `'${text.slice(
      0,
      80,
    )}' is not a label selector requirement; expected for example app=orders`,
  );
}

/**
 * Parses a Kubernetes label selector, so that one list of applications serves every entity.
 *
 * @remarks Grammar: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 * @throws InputError when it is empty, too long or malformed.
 */
export function parseLabelSelector(selector: string): LabelMatcher {
  if (selector.length > LONGEST) {
    throw new InputError(`A label selector may have ${LONGEST} characters`);
  }
  // Commas inside parentheses separate values, not requirements.
  const parts = selector.split(/,(?![^(]*\))/).map(part => part.trim());
  const matchers = parts.map(parseRequirement);
  return labels => matchers.every(matches => matches(labels));
}
