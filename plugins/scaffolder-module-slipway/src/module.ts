import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const serviceName = FormFieldBlueprint.make({
  name: 'slipway-service-name',
  params: {
    field: async () => (await import('./formFields')).serviceNameField,
  },
});

const environments = FormFieldBlueprint.make({
  name: 'slipway-environments',
  params: {
    field: async () => (await import('./formFields')).environmentsField,
  },
});

const preview = FormFieldBlueprint.make({
  name: 'slipway-preview',
  params: { field: async () => (await import('./formFields')).previewField },
});

/** The form fields of the golden paths, for the new frontend system. @public */
export const scaffolderModuleSlipway = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [serviceName, environments, preview],
});
