export { titleModule } from './titleModule';
