import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Up to this many queues are all open at first. */
const MAX_OPEN = 4;

/** Which queues of the tab are open: few are; of many the one that the URL means (`?queue=<environment>/<name>`). */
export function useOpenQueues(keys: readonly string[]) {
  const [parameters] = useSearchParams();
  const meant = parameters.get('queue') ?? undefined;
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const atFirst = (key: string) => keys.length <= MAX_OPEN || key === meant;
  return {
    meant,
    isOpen: (key: string) => chosen.get(key) ?? atFirst(key),
    toggle: (key: string, open: boolean) =>
      setChosen(current => new Map(current).set(key, open)),
    toggleAll: (open: boolean) =>
      setChosen(new Map(keys.map(key => [key, open]))),
  };
}
