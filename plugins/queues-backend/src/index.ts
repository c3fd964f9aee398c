/**
 * Backend of the Slipway queues plugin.
 *
 * @packageDocumentation
 */
export { queuesPlugin as default } from './plugin';
