/**
 * Backend of the Slipway deployments plugin.
 *
 * @packageDocumentation
 */
export { deploymentsPlugin as default } from './plugin';
