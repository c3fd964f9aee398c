import { safeText } from '@slipway/plugin-infra-prs-common';
import { FormField, FormFields } from './formFields';

/** A question of a form with what was answered. */
export interface FormRow {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** What the backend puts in the place of a secret. */
const MASK = /^•+$/;
const HIDDEN = 'Not shown';

/** `minReplicas` → `Min replicas` */
function words(key: string): string {
  const spaced = safeText(key)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

const titleOf = (key: string, field: FormField | undefined) =>
  field?.title === undefined ? words(key) : safeText(field.title);

function linesOf(value: object, fields: FormFields | undefined): string[] {
  return rowsOf({ ...value }, fields).map(
    ({ title, text }) => `${title}: ${text}`,
  );
}

function listText(values: readonly unknown[], field: FormField | undefined) {
  const isPlain = values.every(each => typeof each !== 'object');
  if (isPlain) {
    return values.map(each => valueText(each, field)).join(', ') || '–';
  }
  return values
    .map(each =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? linesOf(each, field?.fields).join(', ')
        : valueText(each, field),
    )
    .join('\n');
}

function valueText(value: unknown, field: FormField | undefined): string {
  if (value === undefined || value === null || value === '') return '–';
  if (field?.secret) return HIDDEN;
  const name = field?.names.get(JSON.stringify(value));
  if (name !== undefined) return safeText(name);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') {
    return MASK.test(value) ? HIDDEN : safeText(value);
  }
  if (typeof value === 'number') {
    return field?.unit ? `${value} ${safeText(field.unit)}` : String(value);
  }
  if (Array.isArray(value)) return listText(value, field);
  return typeof value === 'object'
    ? linesOf(value, field?.fields).join('\n') || '–'
    : '–';
}

/** Answers in the order and the words of the form; what it no longer asks for comes last. */
export function rowsOf(
  answers: Readonly<Record<string, unknown>>,
  fields: FormFields = new Map(),
): FormRow[] {
  const known = [...fields.keys()].filter(key => Object.hasOwn(answers, key));
  const others = Object.keys(answers).filter(key => !fields.has(key));
  return [...known, ...others].map(key => {
    const field = fields.get(key);
    return {
      key,
      title: titleOf(key, field),
      text: valueText(answers[key], field),
    };
  });
}

function withoutHidden(value: unknown, field?: FormField): unknown {
  if (field?.secret) return undefined;
  if (typeof value === 'string') return MASK.test(value) ? undefined : value;
  if (Array.isArray(value)) {
    return value.map(each => withoutHidden(each, field));
  }
  return typeof value === 'object' && value !== null
    ? answersAgain({ ...value }, field?.fields)
    : value;
}

/** Answers that a form can be filled with again: whatever was hidden has to be typed anew. */
export function answersAgain(
  answers: Readonly<Record<string, unknown>>,
  fields: FormFields = new Map(),
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([key, value]) => [key, withoutHidden(value, fields.get(key))])
      .filter(([, value]) => value !== undefined),
  );
}
