import { markValue } from './markValue';
import { isListValue, isObjectValue, PlanValue } from './PlanValue';

/** Longer text is not taken apart; AWS takes no policy of more than 20 KB, and no task definition of more than 64 KB. */
const MAX_JSON = 256 * 1024;

/** The value of text that is a JSON object or list, as policies and container definitions are; undefined for other text. */
export function openJson(value: PlanValue): PlanValue {
  if (typeof value !== 'string' || value.length > MAX_JSON) return undefined;
  if (!/^\s*[[{]/.test(value)) return undefined;
  try {
    const opened = markValue(JSON.parse(value), {});
    return isObjectValue(opened) || isListValue(opened) ? opened : undefined;
  } catch {
    return undefined;
  }
}
