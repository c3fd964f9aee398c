/**
 * Types, schemas and permissions of the Slipway deployments plugin.
 *
 * @packageDocumentation
 */
export * from './deployment';
export * from './permissions';
export * from './responses';
export * from './revision';
