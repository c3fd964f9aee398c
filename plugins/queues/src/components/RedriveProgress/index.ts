export { RedriveOutcome } from './RedriveOutcome';
export { RedriveProgress } from './RedriveProgress';
