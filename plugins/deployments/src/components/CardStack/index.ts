export { CardStack } from './CardStack';
