type Labels = Readonly<Record<string, string | undefined>>;
type Requirement = (labels: Labels) => boolean;

const KEY = String.raw`(?:[a-zA-Z0-9.-]+\/)?[a-zA-Z0-9][a-zA-Z0-9._-]*`;
const VALUE = String.raw`[a-zA-Z0-9._-]*`;
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);

/**
 * Parses a label selector, see
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @throws Error when it is not one.
 */
export function parseLabelSelector(text: string): Requirement {
  const parts = text.trim() === '' ? [] : splitOutsideParentheses(text);
  const requirements = parts.map(part => parseRequirement(part.trim()));
  return labels => requirements.every(requirement => requirement(labels));
}

function splitOutsideParentheses(text: string): readonly string[] {
  return text.split(/,(?![^(]*\))/);
}

function parseRequirement(text: string): Requirement {
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    const contains = (labels: Labels) => values.includes(labels[key] ?? '\0');
    return operator === 'in' ? contains : labels => !contains(labels);
  }
  const exists = EXISTS.exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => (labels[key] === undefined) === (not === '!');
  }
  throw new Error(`unable to parse requirement: '${text}'`);
}
