/**
 * Search collator: SQS queues.
 *
 * @packageDocumentation
 */
export { searchModuleSlipway as default } from './module';
