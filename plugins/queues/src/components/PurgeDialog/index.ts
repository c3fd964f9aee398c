export { PurgeDialog } from './PurgeDialog';
