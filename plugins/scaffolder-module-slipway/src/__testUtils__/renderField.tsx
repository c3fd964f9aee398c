import { JSX, useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  FieldExtensionComponentProps,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { JsonObject } from '@backstage/types';
import { configure } from '@testing-library/react';

// The first render loads all of the test app, which a busy machine takes its time for.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });

type Answer = (url: string, body: unknown) => Promise<Response>;

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

const TEMPLATE = { templateRef: 'template:default/worker' };

const discovery = {
  getBaseUrl: async (id: string) => `http://backend/api/${id}`,
};

const notFound = async () => json({}, 404);

const bodyOf = (init?: RequestInit): unknown =>
  init?.body ? JSON.parse(String(init.body)) : undefined;

const catalogOf = (entities?: readonly Entity[]) => ({
  getEntities: async () => {
    if (!entities) throw new Error('no catalog');
    return { items: [...entities] };
  },
});

interface Options<T> {
  answer?: Answer;
  schema?: object;
  formData?: Record<string, unknown>;
  initial?: T;
  /** `ui:options` of the field. */
  options?: object;
  /** What the catalog holds of any kind that is asked for; it does not answer without. */
  entities?: readonly Entity[];
  /** What the signed-in person is or belongs to. */
  ownershipEntityRefs?: string[];
  /** Pages of the template's form. */
  pages?: Array<{ title: string; schema: JsonObject }>;
}

/** Renders a form field with a value that changes, as the form does. Returns the values it was given, in order. */
export function renderField<T>(
  Field: (props: FieldExtensionComponentProps<T>) => JSX.Element | null,
  options: Options<T> = {},
): Array<T | undefined> {
  const { schema = { title: 'Field' }, answer = notFound } = options;
  const values: Array<T | undefined> = [];
  function Form() {
    const [value, setValue] = useState<T | undefined>(options.initial);
    const props: unknown = {
      name: 'preview',
      schema,
      uiSchema: { 'ui:options': options.options ?? TEMPLATE },
      idSchema: { $id: 'root_field' },
      formContext: { formData: { ...options.formData, preview: value } },
      formData: value,
      onChange: (next: T | undefined) => {
        values.push(next);
        setValue(next);
      },
    };
    // The form library's own props are many; a field reads these.
    return <Field {...(props as FieldExtensionComponentProps<T>)} />;
  }
  renderInTestApp(<Form />, {
    apis: [
      [discoveryApiRef, discovery],
      [
        fetchApiRef,
        {
          fetch: async (url, init) => answer(String(url), bodyOf(init)),
        },
      ],
      [
        scaffolderApiRef,
        {
          getTemplateParameterSchema: async () => ({
            title: 'Worker',
            steps: options.pages ?? [],
          }),
        },
      ],
      [catalogApiRef, catalogOf(options.entities)],
      mockApis.identity({ ownershipEntityRefs: options.ownershipEntityRefs }),
    ],
  });
  return values;
}
