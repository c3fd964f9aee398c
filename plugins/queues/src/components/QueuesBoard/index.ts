export { QueuesBoardPage } from './QueuesBoardPage';
export { LegacyQueuesBoardPage } from './LegacyQueuesBoardPage';
