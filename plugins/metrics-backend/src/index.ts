/**
 * Backend of the Slipway metrics plugin.
 *
 * @packageDocumentation
 */
export { metricsPlugin as default } from './plugin';
