export { QueuesCard } from './QueuesCard';
