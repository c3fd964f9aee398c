export { QueuesTopology } from './QueuesTopology';
