export { NoMetrics } from './NoMetrics';
export { NoSamples } from './NoSamples';
