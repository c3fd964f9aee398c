import { openJson } from './openJson';
import {
  BlankValue,
  isListValue,
  isObjectValue,
  MaskedValue,
  PlanObject,
  PlanValue,
} from './PlanValue';

/** What stands for values that cannot be told; policies know it as `UNKNOWN_TEXT`. */
const UNTOLD = '(known after apply)';

/** Values as policies and prices take them: JSON in text opened, absent for null, one word for what cannot be told. */
export function plainValues(values: PlanObject): Record<string, unknown> {
  return Object.fromEntries(
    [...values]
      // No attribute of Terraform is called so, and assigning it would change what an object is.
      .filter(([key, value]) => value !== undefined && key !== '__proto__')
      .map(([key, value]) => [key, plainValue(value)]),
  );
}

function plainValue(value: PlanValue): unknown {
  if (value instanceof MaskedValue || value instanceof BlankValue) {
    return UNTOLD;
  }
  if (isListValue(value)) return value.map(plainValue);
  if (isObjectValue(value)) return plainValues(value);
  const opened = openJson(value);
  return opened === undefined ? value : plainValue(opened);
}
