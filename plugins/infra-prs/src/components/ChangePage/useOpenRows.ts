import { useCallback, useState } from 'react';

/** Which rows are open; by key, so that scrolling away does not close them. */
export function useOpenRows() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback(
    ({ key }: { readonly key: string }) =>
      setOpen(previous => {
        const next = new Set(previous);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return {
    isOpen: ({ key }: { readonly key: string }) => open.has(key),
    onToggle,
  };
}
