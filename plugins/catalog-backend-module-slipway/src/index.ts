/**
 * Catalog provider: SQS queues as Resource entities.
 *
 * @packageDocumentation
 */
export { catalogModuleSlipway as default } from './module';
