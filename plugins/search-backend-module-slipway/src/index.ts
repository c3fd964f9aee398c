/**
 * Search collators: SQS queues, and changes of the infrastructure repository.
 *
 * @packageDocumentation
 */
export { searchModuleSlipway as default } from './module';
