/**
 * Types, schemas and permissions of the Slipway metrics plugin.
 *
 * @packageDocumentation
 */
export * from './alarm';
export * from './goldenSignals';
export * from './permissions';
export * from './range';
export * from './responses';
