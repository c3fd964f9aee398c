import { isList, isObject, Unknown, Value } from './Value';

/** `jsonencode` of Terraform: sorted keys, no spaces, and `<`, `>` and `&` escaped as Go does. */
export function toJson(value: Value): string {
  return render(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function render(value: Value): string {
  if (value instanceof Unknown) throw new Error('An unknown value has no JSON');
  if (isList(value)) return `[${value.map(render).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${render(value[key])}`);
  return `{${entries.join(',')}}`;
}
