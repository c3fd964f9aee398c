/**
 * Types, schemas and permissions of the Slipway queues plugin.
 *
 * @packageDocumentation
 */
export * from './board';
export * from './cost';
export * from './history';
export * from './messages';
export * from './permissions';
export * from './redrives';
export * from './schemas';
export * from './search';
export * from './signals';
export * from './topology';
export * from './types';
