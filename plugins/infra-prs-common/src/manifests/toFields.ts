import { AttributeChange } from '../plan/planReport';
import {
  BlankValue,
  MaskedValue,
  PlanValue,
  valueText,
} from '../plan/PlanValue';
import { cutText, safeText } from '../plan/safeText';
import { shortenPair } from '../plan/shortenPair';
import { DiffNode } from './diffNodes';

/** Fields of one object that are kept; more are counted. */
const MAX_FIELDS = 200;
const MAX_PATH = 400;

/** The fields among the places that differ, as the page shows them. */
export function toFields(nodes: readonly DiffNode[]): {
  readonly fields: AttributeChange[];
  readonly omittedFields?: number;
} {
  const shown = nodes.filter(({ isField }) => isField);
  const fields = shown.slice(0, MAX_FIELDS).map(toField);
  const omitted = shown.length - fields.length;
  return { fields, ...(omitted > 0 && { omittedFields: omitted }) };
}

function toField({ path, before, after }: DiffNode): AttributeChange {
  const shown = safeText(cutText(path, MAX_PATH));
  if (before instanceof MaskedValue || after instanceof MaskedValue) {
    return { path: shown, sensitive: true };
  }
  return { path: shown, ...shortenPair(textOf(before), textOf(after)) };
}

function textOf(value: PlanValue): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof BlankValue) return safeText(valueText(value));
  return value === '' ? '""' : safeText(valueText(value));
}
