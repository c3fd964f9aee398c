/**
 * Types, schemas and permissions of the Slipway queues plugin.
 *
 * @packageDocumentation
 */
export * from './ageObjective';
export * from './board';
export * from './cost';
export * from './deadLetterExpiry';
export * from './drainForecast';
export * from './history';
export * from './messages';
export * from './permissions';
export * from './queueRisk';
export * from './queueWarnings';
export * from './redrives';
export * from './schemas';
export * from './search';
export * from './signals';
export * from './topology';
export * from './types';
