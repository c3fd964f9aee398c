import { serviceSpecSchema } from '@slipway/platform-common';
import { addQueueSpecSchema } from '../../services/addQueueSpec';

const fields = new Set([
  ...Object.keys(serviceSpecSchema.shape),
  ...Object.keys(addQueueSpecSchema.shape),
]);

/** The field that a refusal names, first of all or as the one that is missing or too many. */
export function fieldIn(message: string): string | undefined {
  const [, first = ''] = /^(\w+)(?:\[\d+\]|\.\w+)*[: ]/.exec(message) ?? [];
  if (fields.has(first)) return first;
  const extra =
    /^requires property "(\w+)"/.exec(message) ??
    /^is not allowed to have the additional property "(.*?)"/s.exec(message) ??
    /^The form has '(.*?)'/s.exec(message);
  return extra?.[1];
}
