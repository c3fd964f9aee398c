export { ChoiceButtons } from './ChoiceButtons';
