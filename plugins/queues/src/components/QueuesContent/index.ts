export { QueuesContent } from './QueuesContent';
