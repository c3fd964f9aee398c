import { openJson } from '../plan/openJson';
import {
  canonicalText,
  isListValue,
  isObjectValue,
  PlanObject,
  PlanValue,
} from '../plan/PlanValue';
import { textsOf } from './valuesAt';

/** Something that a policy allows: who, what, on what. Undefined is whoever has the policy, or the resource itself. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
  /** Text of its condition; empty for none. */
  readonly condition: string;
}

/** What a policy document says. */
export interface PolicyDocument {
  readonly grants: readonly Grant[];
  /** Texts of its denials, for comparison. */
  readonly denials: ReadonlySet<string>;
  /** It allows more than is looked at. */
  readonly isCut: boolean;
}

/** AWS takes some 6,000 characters of a policy; more than this is compared by nobody. */
const MAX_GRANTS = 500;

/**
 * Reads a policy; undefined for what is none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * @param ofItself - it is a resource's own policy: which resource it names does not count
 */
export function readPolicy(
  value: PlanValue,
  ofItself = false,
): PolicyDocument | undefined {
  const document = openJson(value);
  if (!isObjectValue(document)) return undefined;
  const statements = listOf(document.get('Statement'))
    .filter(isObjectValue)
    .map(statement =>
      without(statement, ofItself ? ['Sid', 'Resource'] : ['Sid']),
    );
  const allowing = statements.filter(s => s.get('Effect') === 'Allow');
  const denying = statements.filter(s => s.get('Effect') === 'Deny');
  const grants = allowing.flatMap(grantsOf);
  return {
    grants: grants.slice(0, MAX_GRANTS),
    isCut: grants.length > MAX_GRANTS,
    denials: new Set(denying.map(s => canonicalText(s))),
  };
}

function without(from: PlanObject, names: readonly string[]): PlanObject {
  return new Map([...from].filter(([key]) => !names.includes(key)));
}

function grantsOf(statement: PlanObject): Grant[] {
  // All but some is nearly all.
  const actions = statement.has('NotAction')
    ? ['*']
    : textsOf(statement.get('Action'));
  const resources = statement.has('NotResource')
    ? ['*']
    : textsOf(statement.get('Resource'));
  const condition = statement.get('Condition');
  const principals = statement.has('NotPrincipal')
    ? ['*']
    : principalsOf(statement.get('Principal'));
  return actions.slice(0, 200).flatMap(action =>
    (resources.length > 0 ? resources.slice(0, 100) : ['']).flatMap(resource =>
      (principals.length > 0 ? principals : ['']).map(principal => ({
        action,
        resource,
        principal,
        condition: condition === undefined ? '' : canonicalText(condition),
      })),
    ),
  );
}

/** `*`, or by kind: `{ "AWS": ["arn:…"], "Service": "…" }`. */
function principalsOf(value: PlanValue): readonly string[] {
  if (!isObjectValue(value)) return textsOf(value);
  return [...value.values()].flatMap(part => textsOf(part)).slice(0, 100);
}

function listOf(value: PlanValue): readonly PlanValue[] {
  return isListValue(value) ? value : [value];
}

/** Whether one grant allows all that another does. */
export function covers(wide: Grant, narrow: Grant): boolean {
  return (
    matches(wide.action.toLowerCase(), narrow.action.toLowerCase()) &&
    matches(wide.resource, narrow.resource) &&
    (wide.principal === '*' || wide.principal === narrow.principal) &&
    (wide.condition === '' || wide.condition === narrow.condition)
  );
}

/** Whether a pattern with `*` and `?` matches a text, which may itself be a pattern. Linear but for its stars. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  if (!/[*?]/.test(pattern)) return false;
  let [at, star, retry, p] = [0, -1, 0, 0];
  while (at < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      retry = at;
    } else if (
      p < pattern.length &&
      (pattern[p] === text[at] || (pattern[p] === '?' && text[at] !== '*'))
    ) {
      p += 1;
      at += 1;
    } else if (star >= 0) {
      p = star + 1;
      at = ++retry;
    } else return false;
  }
  return [...pattern.slice(p)].every(char => char === '*');
}
