export { QueueSearchResult } from './QueueSearchResult';
