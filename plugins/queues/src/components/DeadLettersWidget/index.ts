export { DeadLettersWidget } from './DeadLettersWidget';
