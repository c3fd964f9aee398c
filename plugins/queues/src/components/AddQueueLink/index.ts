export { AddQueueLink } from './AddQueueLink';
