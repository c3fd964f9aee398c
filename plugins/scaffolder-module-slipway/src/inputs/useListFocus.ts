import { useEffect, useRef } from 'react';

/**
 * Keeps the focus of the keyboard in a list whose items come and go: in the new item when one was added, on the
 * button that adds when one was removed, which would else leave it nowhere.
 */
export function useListFocus(length: number) {
  const list = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const wanted = useRef<'item' | 'button'>();
  useEffect(() => {
    if (wanted.current === 'button') addButton.current?.focus();
    if (wanted.current === 'item') {
      const last = list.current?.querySelector('section:last-of-type');
      last?.querySelector<HTMLElement>('input, [role="combobox"]')?.focus();
    }
    wanted.current = undefined;
  }, [length]);
  return {
    list,
    addButton,
    added: () => {
      wanted.current = 'item';
    },
    removed: () => {
      wanted.current = 'button';
    },
  };
}
