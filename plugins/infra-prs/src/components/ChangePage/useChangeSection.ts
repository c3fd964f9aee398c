import { useParams } from 'react-router-dom';
import { CHANGE_SECTIONS, ChangeSection } from './changeSections';

/** The section that the URL names; undefined when there is no such. */
export function useChangeSection(): ChangeSection | undefined {
  const rest = (useParams()['*'] ?? '').replace(/\/$/, '');
  return CHANGE_SECTIONS.find(({ id }) => id === rest);
}
