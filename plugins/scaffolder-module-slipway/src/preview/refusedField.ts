import { z } from 'zod';

/** A page of a form, by its position. */
export interface FormPage {
  readonly index: number;
  readonly title: string;
  /** What the field is called on it. */
  readonly field: string;
}

const propertiesSchema = z.record(
  z.string(),
  z.looseObject({ title: z.string().optional().catch(undefined) }),
);

/** Titles of the fields of a JSON schema by their names, those of its conditional parts among them. */
function fieldTitles(schema: unknown, depth = 0): Map<string, string> {
  const titles = new Map<string, string>();
  if (typeof schema !== 'object' || schema === null || depth > 6) return titles;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      const properties = propertiesSchema.safeParse(value).data ?? {};
      for (const [name, { title }] of Object.entries(properties)) {
        if (title !== undefined) titles.set(name, title);
      }
    } else if (key !== 'items') {
      fieldTitles(value, depth + 1).forEach((title, name) => {
        if (!titles.has(name)) titles.set(name, title);
      });
    }
  }
  return titles;
}

/** The page and field that a refusal is about: its message begins with the name of the field. */
export function refusedField(
  pages: ReadonlyArray<{ title: string; schema: unknown }>,
  message: string,
): FormPage | undefined {
  const name = /^[A-Za-z]\w*/.exec(message)?.[0];
  if (!name) return undefined;
  for (const [index, { title, schema }] of pages.entries()) {
    const field = fieldTitles(schema).get(name);
    if (field) return { index, title, field };
  }
  return undefined;
}
