/**
 * Frontend of the Slipway infra-prs plugin.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export * from './api/InfraPrsApi';
export * from './api/InfraPrsClient';
export * from './legacyPlugin';
