import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';
import {
  FormField,
  FormFields,
  fieldsOf,
} from '../components/ChangePage/form/formFields';

/** The form of a template, as it is now; without it its answers are shown in the words of their keys. */
export function useTemplateForm(template: string | undefined) {
  const api = useApi(infraPrsApiRef);
  return useQuery({
    queryKey: ['slipway-infra-prs-form', template],
    enabled: template !== undefined,
    retry: false,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { title, steps } = await api.getTemplateForm(
        template ?? '',
        signal,
      );
      const fields: FormFields = new Map<string, FormField>(
        steps.flatMap(({ schema }) => [...fieldsOf(schema)]),
      );
      return { title, fields };
    },
  });
}
