/**
 * Backend of the Slipway infra-prs plugin.
 *
 * @packageDocumentation
 */
export { infraPrsPlugin as default } from './plugin';
