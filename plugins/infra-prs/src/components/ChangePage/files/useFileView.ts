import { useSearchParams } from 'react-router-dom';

/** How differences are shown. */
export type DiffView = 'unified' | 'split';

/** Filter and look of the files; the URL holds them, so that a link shows the same. */
export function useFileView() {
  const [params, setParams] = useSearchParams();
  const set = (name: 'filter' | 'view', value: string) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (value === '' || value === 'unified') next.delete(name);
        else next.set(name, value);
        return next;
      },
      // Each letter would be a step back otherwise.
      { replace: true },
    );
  const view: DiffView = params.get('view') === 'split' ? 'split' : 'unified';
  return {
    filter: params.get('filter') ?? '',
    view,
    setFilter: (text: string) => set('filter', text),
    setView: (chosen: DiffView) => set('view', chosen),
  };
}
