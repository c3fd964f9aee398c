import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { EnvironmentsField } from './environments/EnvironmentsField';
import { PreviewField } from './preview/PreviewField';
import { validatePreview } from './preview/validatePreview';
import { ServiceNameField } from './serviceName/ServiceNameField';
import { validateServiceName } from './serviceName/validateServiceName';

/** `ui:field: SlipwayServiceName` */
export const serviceNameField = createFormField({
  name: 'SlipwayServiceName',
  component: ServiceNameField,
  validation: validateServiceName,
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** `ui:field: SlipwayEnvironments` */
export const environmentsField = createFormField({
  name: 'SlipwayEnvironments',
  component: EnvironmentsField,
  schema: makeFieldSchema({ output: z => z.array(z.string()) }),
});

/** `ui:field: SlipwayPreview` */
export const previewField = createFormField({
  name: 'SlipwayPreview',
  component: PreviewField,
  validation: validatePreview,
  schema: makeFieldSchema({
    output: z => z.string(),
    uiOptions: z =>
      z.object({
        templateRef: z
          .string()
          .optional()
          .describe('Template to preview; default the one of the page'),
      }),
  }),
});
