export { SignalTiles } from './SignalTiles';
