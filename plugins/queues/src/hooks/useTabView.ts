import { useUrlParameter } from './useUrlParameter';

/** What the Queues tab shows. */
export type TabView = 'queues' | 'topology';

/** The view chosen in the URL (`?view=`). */
export function useTabView(): [TabView, (view: TabView) => void] {
  const [view, choose] = useUrlParameter('view');
  return [
    view === 'topology' ? 'topology' : 'queues',
    next => choose(next === 'queues' ? undefined : next),
  ];
}
