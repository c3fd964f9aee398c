import { useApi } from '@backstage/core-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useSlipwayQuery } from '@slipway/platform-react';
import { FormPage, refusedField } from './refusedField';

/** The page of the form that a refusal is about; undefined until it is known, or when the message names none. */
export function useRefusedPage(
  templateRef: string,
  message: string,
): FormPage | undefined {
  const scaffolder = useApi(scaffolderApiRef);
  const { data } = useSlipwayQuery({
    name: 'slipway.template-pages',
    subject: templateRef,
    refetchInterval: false,
    queryFn: () => scaffolder.getTemplateParameterSchema(templateRef),
  });
  return data && refusedField(data.steps, message);
}
