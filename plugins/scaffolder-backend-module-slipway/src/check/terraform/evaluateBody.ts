import { evaluate, Scope, withNames } from '../hcl/evaluate';
import { EvaluationError } from '../hcl/callFunction';
import {
  HclRecord,
  HclValue,
  isList,
  isRecord,
  UNKNOWN,
} from '../hcl/HclValue';
import { parseExpression } from '../hcl/parseExpression';

/** Value of what `hcl2json` gives for an attribute; unknown where Terraform would fail, which others report. */
export function evaluateValue(source: HclValue, scope: Scope): HclValue {
  try {
    return evaluateParts(source, scope);
  } catch (error) {
    if (error instanceof EvaluationError) return UNKNOWN;
    throw error;
  }
}

/** Values of a block's attributes and of the blocks in it, `dynamic` ones among them. */
export function evaluateBody(body: HclRecord, scope: Scope): HclRecord {
  const { dynamic, ...attributes } = body;
  const values: Record<string, HclValue> = {};
  for (const [name, value] of Object.entries(attributes)) {
    values[name] = isBlockList(value)
      ? value.map(block => evaluateBody(block, scope))
      : evaluateValue(value, scope);
  }
  for (const [name, blocks] of dynamicBlocks(dynamic ?? null)) {
    const made = blocks.flatMap(block => expand(name, block, scope));
    const others = values[name] ?? [];
    values[name] = [...(isList(others) ? others : []), ...made];
  }
  return values;
}

function evaluateParts(source: HclValue, scope: Scope): HclValue {
  if (typeof source === 'string') {
    return evaluate(parseExpression(source), scope);
  }
  if (isList(source)) return source.map(part => evaluateParts(part, scope));
  if (isRecord(source)) {
    return Object.fromEntries(
      Object.entries(source).map(([key, value]) => [
        String(evaluate(parseExpression(key), scope)),
        evaluateParts(value, scope),
      ]),
    );
  }
  return source;
}

function isBlockList(value: HclValue): value is readonly HclRecord[] {
  return isList(value) && value.length > 0 && value.every(isRecord);
}

function dynamicBlocks(
  dynamic: HclValue,
): (readonly [string, readonly HclRecord[]])[] {
  if (!isRecord(dynamic)) return [];
  return Object.entries(dynamic).map(
    ([name, blocks]) =>
      [name, isList(blocks) ? blocks.filter(isRecord) : []] as const,
  );
}

function expand(name: string, block: HclRecord, scope: Scope): HclRecord[] {
  const iterator =
    typeof block.iterator === 'string' ? block.iterator.slice(2, -1) : name;
  const content = block.content ?? null;
  const bodies = isList(content) ? content.filter(isRecord) : [];
  return elementsOf(evaluateValue(block.for_each ?? null, scope)).flatMap(
    ([key, value]) => {
      const inner = withNames(scope, { [iterator]: { key, value } });
      return bodies.map(body => evaluateBody(body, inner));
    },
  );
}

/** Keys and values of a `for_each`; of an unknown one, a single element that is unknown. */
export function elementsOf(
  collection: HclValue,
): (readonly [HclValue, HclValue])[] {
  if (isList(collection)) return collection.map(item => [item, item] as const);
  if (isRecord(collection)) return Object.entries(collection);
  return collection === UNKNOWN ? [[UNKNOWN, UNKNOWN]] : [];
}
