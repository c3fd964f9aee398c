/**
 * Frontend of the Slipway queues plugin.
 *
 * @packageDocumentation
 */
export * from './api/QueuesApi';
export * from './api/QueuesClient';
export * from './isQueuesAvailable';
export * from './legacyPlugin';
export { queuesPlugin as default } from './plugin';
