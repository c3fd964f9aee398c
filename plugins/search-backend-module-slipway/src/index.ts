/**
 * Search collator: SQS queues.
 *
 * @packageDocumentation
 */
export {};
