import { useRouteRef } from '@backstage/core-plugin-api';
import { changeRouteRef } from '../../routes';

/** Makes the path of a section of a change. */
export function useSectionPath(number: number): (id: string) => string {
  const route = useRouteRef(changeRouteRef);
  const base = route({ number: String(number) });
  return id => (id === '' ? base : `${base}/${id}`);
}
