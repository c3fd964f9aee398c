import {
  BlankValue,
  isListValue,
  isObjectValue,
  MaskedValue,
  PlanObject,
  PlanValue,
} from '../plan/PlanValue';

/** All values at a path; a list on the way stands for each of its items. Nothing for what is not there. */
export function valuesAt(
  from: PlanObject | undefined,
  path: string,
): readonly PlanValue[] {
  let values: readonly PlanValue[] = from ? [from] : [];
  for (const step of path.split('.')) {
    values = values
      .flatMap(value => (isListValue(value) ? value : [value]))
      .flatMap(value => (isObjectValue(value) ? [value.get(step)] : []));
  }
  return values.filter(value => value !== undefined);
}

/** The first value at a path, when it can be told. */
export function knownAt(from: PlanObject | undefined, path: string): PlanValue {
  const [value] = valuesAt(from, path);
  return isTold(value) ? value : undefined;
}

/** Whether a value is neither masked nor unknown. */
export function isTold(value: PlanValue): boolean {
  return !(value instanceof MaskedValue) && !(value instanceof BlankValue);
}

/** Texts of a value that is one or many. */
export function textsOf(value: PlanValue): readonly string[] {
  const items = isListValue(value) ? value : [value];
  return items.flatMap(item => (typeof item === 'string' ? [item] : []));
}

/** A number, also when the provider writes it as text. */
export function numberOf(value: PlanValue): number | undefined {
  if (value === undefined || value === '' || typeof value === 'boolean') {
    return undefined;
  }
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}
