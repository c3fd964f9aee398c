export { DeadLettersSample } from './DeadLettersSample';
