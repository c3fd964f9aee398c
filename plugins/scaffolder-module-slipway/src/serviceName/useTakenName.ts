import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useSlipwayQuery } from '@slipway/platform-react';

const TYPING_MS = 300;

/** Entity ref that a component of this name would have. */
export const componentRef = (name: string) => `component:default/${name}`;

/** Whether the catalog has a component of that name; undefined until it is known, or when there is no name to ask for. */
export function useTakenName(name: string | undefined): boolean | undefined {
  const catalog = useApi(catalogApiRef);
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), TYPING_MS);
    return () => clearTimeout(timer);
  }, [name]);
  const { data } = useSlipwayQuery({
    name: 'slipway.taken-name',
    subject: componentRef(settled ?? ''),
    enabled: Boolean(settled) && settled === name,
    refetchInterval: false,
    queryFn: async () =>
      (await catalog.getEntityByRef(componentRef(settled ?? ''))) !== undefined,
  });
  return settled === name ? data : undefined;
}
