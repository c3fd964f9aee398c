export { QueueWarnings } from './QueueWarnings';
