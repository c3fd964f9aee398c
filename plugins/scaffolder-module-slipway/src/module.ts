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

const queues = FormFieldBlueprint.make({
  name: 'slipway-queues',
  params: { field: async () => (await import('./formFields')).queuesField },
});

const queue = FormFieldBlueprint.make({
  name: 'slipway-queue',
  params: { field: async () => (await import('./formFields')).queueField },
});

const subscriptions = FormFieldBlueprint.make({
  name: 'slipway-subscriptions',
  params: {
    field: async () => (await import('./formFields')).subscriptionsField,
  },
});

const topics = FormFieldBlueprint.make({
  name: 'slipway-topics',
  params: { field: async () => (await import('./formFields')).topicsField },
});

const table = FormFieldBlueprint.make({
  name: 'slipway-table',
  params: { field: async () => (await import('./formFields')).tableField },
});

const owner = FormFieldBlueprint.make({
  name: 'slipway-owner',
  params: { field: async () => (await import('./formFields')).ownerField },
});
const system = FormFieldBlueprint.make({
  name: 'slipway-system',
  params: { field: async () => (await import('./formFields')).systemField },
});
const scaling = FormFieldBlueprint.make({
  name: 'slipway-scaling',
  params: { field: async () => (await import('./formFields')).scalingField },
});
const ingress = FormFieldBlueprint.make({
  name: 'slipway-ingress',
  params: { field: async () => (await import('./formFields')).ingressField },
});
const sendsTo = FormFieldBlueprint.make({
  name: 'slipway-sends-to',
  params: { field: async () => (await import('./formFields')).sendsToField },
});
const datastore = FormFieldBlueprint.make({
  name: 'slipway-datastore',
  params: { field: async () => (await import('./formFields')).datastoreField },
});
const preview = FormFieldBlueprint.make({
  name: 'slipway-preview',
  params: { field: async () => (await import('./formFields')).previewField },
});

/** The form fields of the golden paths, for the new frontend system. @public */
export const scaffolderModuleSlipway = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    serviceName,
    environments,
    queues,
    queue,
    subscriptions,
    topics,
    table,
    owner,
    system,
    scaling,
    ingress,
    sendsTo,
    datastore,
    preview,
  ],
});
