import { alignLists } from './alignLists';
import { isWithin, PathSteps, pathText } from './attributePath';
import { openJson } from './openJson';
import { AttributeChange } from './planReport';
import {
  BlankValue,
  canonicalText,
  isListValue,
  isObjectValue,
  MaskedValue,
  PlanObject,
  PlanValue,
  valueText,
} from './PlanValue';
import { safeText } from './safeText';
import { shortenPair } from './shortenPair';

/** Differences of one resource that are kept; more are counted. */
const MAX_ATTRIBUTES = 200;

/** How a resource's attributes differ. */
export interface AttributeDiff {
  readonly attributes: AttributeChange[];
  /** Differences beyond those. */
  readonly omitted: number;
}

interface Found {
  readonly steps: PathSteps;
  readonly before: PlanValue;
  readonly after: PlanValue;
}

/**
 * Compares the attributes of a resource before and after, by path: into maps, blocks, lists and JSON in text. What is
 * sensitive shows only that it changes. What forces a replace comes first, what only the apply tells comes last.
 *
 * @param forced - paths that force a replace
 */
export function diffAttributes(
  before: PlanObject | undefined,
  after: PlanObject | undefined,
  forced: readonly PathSteps[] = [],
): AttributeDiff {
  const found: Found[] = [];
  compare({ steps: [], before: before ?? new Map(), after }, found);
  const attributes = found
    .map(difference => toAttribute(difference, forced))
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  return {
    attributes: attributes.slice(0, MAX_ATTRIBUTES),
    omitted: Math.max(0, attributes.length - MAX_ATTRIBUTES),
  };
}

function rank({ replaces, unknown, before }: AttributeChange): number {
  if (replaces) return 0;
  return unknown && before === undefined ? 2 : 1;
}

function compare({ steps, before, after }: Found, found: Found[]): void {
  if (isNothing(before) && isNothing(after)) return;
  if (canBeShownOnly(before) || canBeShownOnly(after)) {
    if (canonicalText(before) !== canonicalText(after)) {
      found.push({ steps, before, after });
    }
    return;
  }
  if (isObjectLike(before, after)) {
    const [old, next] = [entriesOf(before), entriesOf(after)];
    for (const key of new Set([...old.keys(), ...next.keys()])) {
      const inner = { before: old.get(key), after: next.get(key) };
      compare({ steps: [...steps, key], ...inner }, found);
    }
  } else if (isListLike(before, after)) {
    compareLists({ steps, before, after }, found);
  } else compareText({ steps, before, after }, found);
}

function compareLists({ steps, before, after }: Found, found: Found[]): void {
  const aligned = alignLists(itemsOf(before), itemsOf(after));
  for (const { at, ...item } of aligned) {
    compare({ steps: [...steps, at], ...item }, found);
  }
  const [old, next] = [canonicalText(before), canonicalText(after)];
  if (aligned.length === 0 && old !== next)
    found.push({ steps, before, after });
}

function compareText(difference: Found, found: Found[]): void {
  const { steps, before, after } = difference;
  if (before === after) return;
  const [old, next] = [openJson(before), openJson(after)];
  const size = found.length;
  if (old && next) compare({ steps, before: old, after: next }, found);
  // JSON that is only laid out otherwise is a difference to Terraform, and shown as one.
  if (found.length === size) found.push(difference);
}

function toAttribute(
  { steps, before, after }: Found,
  forced: readonly PathSteps[],
): AttributeChange {
  const path = safeText(pathText(steps));
  const replaces = forced.some(force => isWithin(steps, force));
  const base = { path, ...(replaces && { replaces }) };
  if (before instanceof MaskedValue || after instanceof MaskedValue) {
    return { ...base, sensitive: true };
  }
  if (after instanceof BlankValue && after.why === 'unknown') {
    return {
      ...base,
      ...shortenPair(textOf(before), undefined),
      unknown: true,
    };
  }
  return { ...base, ...shortenPair(textOf(before), textOf(after)) };
}

function textOf(value: PlanValue): string | undefined {
  return value === undefined || value === ''
    ? undefined
    : safeText(valueText(openJson(value) ?? value));
}

/** Null, and what providers write where nothing is set. */
function isNothing(value: PlanValue): boolean {
  return (
    value === undefined ||
    value === '' ||
    (isListValue(value) && value.length === 0) ||
    (isObjectValue(value) && value.size === 0)
  );
}

function canBeShownOnly(value: PlanValue): boolean {
  return value instanceof MaskedValue || value instanceof BlankValue;
}

function isObjectLike(before: PlanValue, after: PlanValue): boolean {
  return isObjectValue(before)
    ? isObjectValue(after) || isNothing(after)
    : isObjectValue(after) && isNothing(before);
}

function isListLike(before: PlanValue, after: PlanValue): boolean {
  return isListValue(before)
    ? isListValue(after) || isNothing(after)
    : isListValue(after) && isNothing(before);
}

function entriesOf(value: PlanValue): PlanObject {
  return isObjectValue(value) ? value : new Map();
}

function itemsOf(value: PlanValue): readonly PlanValue[] {
  return isListValue(value) ? value : [];
}
