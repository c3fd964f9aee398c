/**
 * What of an entity runs where, on entity pages.
 *
 * @packageDocumentation
 */
export { deploymentsPlugin as default } from './plugin';
export { deploymentsApiRef, type DeploymentsApi } from './api/DeploymentsApi';
export { DeploymentsClient } from './api/DeploymentsClient';
export { isDeploymentsAvailable } from './isDeploymentsAvailable';
export {
  EntityDeploymentsCard,
  EntityDeploymentsContent,
  legacyDeploymentsPlugin,
} from './legacy';
