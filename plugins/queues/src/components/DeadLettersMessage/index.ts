export { MessageDetail } from './MessageDetail';
