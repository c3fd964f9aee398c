export { RedriveHistory } from './RedriveHistory';
