import {
  discoveryApiRef,
  fetchApiRef,
  ApiHolder,
} from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

const NOTHING: ApiHolder = { get: () => undefined };

/** APIs of a validator whose backend answers so. */
export function backendApis(answer: (url: string) => Response): ApiHolder {
  const apis: Record<string, unknown> = {
    [discoveryApiRef.id]: {
      getBaseUrl: async (id: string) => `http://backend/api/${id}`,
    },
    [fetchApiRef.id]: { fetch: async (url: string) => answer(String(url)) },
  };
  return { get: <T>({ id }: { id: string }) => apis[id] as T | undefined };
}

/** What a validator of a field complains about. */
export async function complaintsOf<T>(
  validator: CustomFieldValidator<T>,
  value: unknown,
  context: { formData?: object; apiHolder?: ApiHolder } = {},
): Promise<string[]> {
  const errors: string[] = [];
  const field: unknown = { addError: (text: string) => errors.push(text) };
  const all: unknown = {
    apiHolder: context.apiHolder ?? NOTHING,
    formData: context.formData ?? {},
  };
  // The form gives a validator more than ours look at.
  await validator(
    value as T,
    field as Parameters<typeof validator>[1],
    all as Parameters<typeof validator>[2],
  );
  return errors;
}
