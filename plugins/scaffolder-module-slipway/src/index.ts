/**
 * Form fields and the preview of the Slipway golden paths.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSlipway as default } from './module';
export { EnvironmentsField } from './environments/EnvironmentsField';
export { PreviewField } from './preview/PreviewField';
export { validatePreview } from './preview/validatePreview';
export { ServiceNameField } from './serviceName/ServiceNameField';
export { validateServiceName } from './serviceName/validateServiceName';
