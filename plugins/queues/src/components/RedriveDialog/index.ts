export { RedriveDialog } from './RedriveDialog';
