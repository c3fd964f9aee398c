/**
 * Form fields and the preview of the Slipway golden paths.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSlipway as default } from './module';
export { EnvironmentsField } from './environments/EnvironmentsField';
export { validateEnvironments } from './environments/validateEnvironments';
export { DatastoreField } from './data/DatastoreField';
export type { DatastoreOptions } from './data/DatastoreField';
export { IngressField } from './ingress/IngressField';
export { validateIngress } from './ingress/validateIngress';
export { OwnerField } from './ownership/OwnerField';
export { SystemField } from './ownership/SystemField';
export { ScalingField } from './scaling/ScalingField';
export { validateScaling } from './scaling/validateScaling';
export { SendsToField } from './sends/SendsToField';
export { PreviewField } from './preview/PreviewField';
export { validatePreview } from './preview/validatePreview';
export { QueueField } from './queues/QueueField';
export { QueuesField } from './queues/QueuesField';
export { validateQueue, validateQueues } from './queues/validateQueues';
export { ServiceNameField } from './serviceName/ServiceNameField';
export { validateServiceName } from './serviceName/validateServiceName';
export { SubscriptionsField } from './subscriptions/SubscriptionsField';
export { validateSubscriptions } from './subscriptions/validateSubscriptions';
export { TableField } from './table/TableField';
export { validateTable } from './table/validateTable';
export { TopicsField } from './topics/TopicsField';
