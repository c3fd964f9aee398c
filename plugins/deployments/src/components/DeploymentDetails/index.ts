export { DeploymentDetails } from './DeploymentDetails';
