import {
  isListValue,
  isObjectValue,
  PlanObject,
  PlanValue,
} from '../plan/PlanValue';

/** The value at names below another; undefined where there is none. */
export function valueAt(
  value: PlanValue,
  ...names: readonly string[]
): PlanValue {
  return names.reduce<PlanValue>(
    (current, name) => (isObjectValue(current) ? current.get(name) : undefined),
    value,
  );
}

export function listAt(
  value: PlanValue,
  ...names: readonly string[]
): readonly PlanValue[] {
  const found = valueAt(value, ...names);
  return isListValue(found) ? found : [];
}

export function objectsAt(
  value: PlanValue,
  ...names: readonly string[]
): readonly PlanObject[] {
  return listAt(value, ...names).filter(isObjectValue);
}

export function textsAt(
  value: PlanValue,
  ...names: readonly string[]
): readonly string[] {
  return listAt(value, ...names).filter(each => typeof each === 'string');
}
