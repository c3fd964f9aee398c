import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DatastoreField } from './data/DatastoreField';
import { EnvironmentsField } from './environments/EnvironmentsField';
import { validateEnvironments } from './environments/validateEnvironments';
import { IngressField } from './ingress/IngressField';
import { validateIngress } from './ingress/validateIngress';
import { OwnerField } from './ownership/OwnerField';
import { SystemField } from './ownership/SystemField';
import { PreviewField } from './preview/PreviewField';
import { validatePreview } from './preview/validatePreview';
import { QueueField } from './queues/QueueField';
import { QueuesField } from './queues/QueuesField';
import { validateQueue, validateQueues } from './queues/validateQueues';
import { ScalingField } from './scaling/ScalingField';
import { validateScaling } from './scaling/validateScaling';
import { SendsToField } from './sends/SendsToField';
import { ServiceNameField } from './serviceName/ServiceNameField';
import { validateServiceName } from './serviceName/validateServiceName';
import { SubscriptionsField } from './subscriptions/SubscriptionsField';
import { validateSubscriptions } from './subscriptions/validateSubscriptions';
import { TableField } from './table/TableField';
import { validateTable } from './table/validateTable';
import { TopicsField } from './topics/TopicsField';

/** `ui:field: SlipwayServiceName` */
export const serviceNameField = createFormField({
  name: 'SlipwayServiceName',
  component: ServiceNameField,
  validation: validateServiceName,
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** `ui:field: SlipwayOwner` */
export const ownerField = createFormField({
  name: 'SlipwayOwner',
  component: OwnerField,
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** `ui:field: SlipwaySystem` */
export const systemField = createFormField({
  name: 'SlipwaySystem',
  component: SystemField,
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** `ui:field: SlipwayScaling` */
export const scalingField = createFormField({
  name: 'SlipwayScaling',
  component: ScalingField,
  validation: validateScaling,
  schema: makeFieldSchema({ output: z => z.any() }),
});

/** `ui:field: SlipwayIngress` */
export const ingressField = createFormField({
  name: 'SlipwayIngress',
  component: IngressField,
  validation: validateIngress,
  schema: makeFieldSchema({ output: z => z.string() }),
});

/** `ui:field: SlipwaySendsTo` */
export const sendsToField = createFormField({
  name: 'SlipwaySendsTo',
  component: SendsToField,
  schema: makeFieldSchema({ output: z => z.array(z.string()) }),
});

/** `ui:field: SlipwayDatastore` */
export const datastoreField = createFormField({
  name: 'SlipwayDatastore',
  component: DatastoreField,
  schema: makeFieldSchema({
    output: z => z.boolean(),
    uiOptions: z =>
      z.object({
        none: z
          .string()
          .optional()
          .describe('What is made where changes need no review'),
        reviewed: z
          .string()
          .optional()
          .describe('What is made where changes are reviewed'),
      }),
  }),
});

/** `ui:field: SlipwayEnvironments` */
export const environmentsField = createFormField({
  name: 'SlipwayEnvironments',
  component: EnvironmentsField,
  validation: validateEnvironments,
  schema: makeFieldSchema({ output: z => z.array(z.string()) }),
});

/** `ui:field: SlipwayQueues` */
export const queuesField = createFormField({
  name: 'SlipwayQueues',
  component: QueuesField,
  validation: validateQueues,
  schema: makeFieldSchema({ output: z => z.array(z.any()) }),
});

/** `ui:field: SlipwayQueue` */
export const queueField = createFormField({
  name: 'SlipwayQueue',
  component: QueueField,
  validation: validateQueue,
  schema: makeFieldSchema({ output: z => z.any() }),
});

/** `ui:field: SlipwaySubscriptions` */
export const subscriptionsField = createFormField({
  name: 'SlipwaySubscriptions',
  component: SubscriptionsField,
  validation: validateSubscriptions,
  schema: makeFieldSchema({ output: z => z.array(z.any()) }),
});

/** `ui:field: SlipwayTopics` */
export const topicsField = createFormField({
  name: 'SlipwayTopics',
  component: TopicsField,
  schema: makeFieldSchema({ output: z => z.array(z.string()) }),
});

/** `ui:field: SlipwayTable` */
export const tableField = createFormField({
  name: 'SlipwayTable',
  component: TableField,
  validation: validateTable,
  schema: makeFieldSchema({ output: z => z.any() }),
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
