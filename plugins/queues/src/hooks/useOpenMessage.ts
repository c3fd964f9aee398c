import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

type Change = Readonly<Record<'group' | 'message', string | undefined>>;

/** The cause and the message that the URL opens (`?group=`, `?message=`), so that a link shows what its sender saw. */
export function useOpenMessage() {
  const [parameters, setParameters] = useSearchParams();
  const open = useCallback(
    (change: Partial<Change>) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return {
    group: parameters.get('group') ?? undefined,
    message: parameters.get('message') ?? undefined,
    open,
  };
}
