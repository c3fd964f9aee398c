export { DeadLettersPanel } from './DeadLettersPanel';
