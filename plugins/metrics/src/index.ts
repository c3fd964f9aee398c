/**
 * Golden signals and alarms on entity pages.
 *
 * @packageDocumentation
 */
export { metricsPlugin as default } from './plugin';
export { metricsApiRef, type MetricsApi } from './api/MetricsApi';
export { MetricsClient } from './api/MetricsClient';
export {
  EntityGoldenSignalsCard,
  EntityMetricsContent,
  legacyMetricsPlugin,
} from './legacy';
export { isMetricsAvailable } from './isMetricsAvailable';
