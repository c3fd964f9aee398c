/**
 * The default permission policy.
 *
 * @packageDocumentation
 */
export { permissionModuleSlipway as default } from './module';
