export { NoDeployments } from './NoDeployments';
