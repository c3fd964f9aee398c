/**
 * Scaffolder actions, filters and the preview of the Slipway golden paths.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSlipway as default } from './module';
