/**
 * Types, schemas and permissions of the Slipway queues plugin.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './schemas';
export * from './types';
