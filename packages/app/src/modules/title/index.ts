export { titleModule } from './titleModule';
export { usePortalTitle } from './usePortalTitle';
