import { useState } from 'react';

const PREFIX = 'slipway-infra-prs.draft.';

/** Text that is being written: it outlives errors and reloads of the page, not the tab of the browser. */
export function useDraft(key: string) {
  const name = `${PREFIX}${key}`;
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? '');
  const set = (next: string) => {
    setText(next);
    try {
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    } catch {
      // A full store loses what a reload would have kept, and no more.
    }
  };
  return [text, set] as const;
}
