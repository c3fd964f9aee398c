import { useRef } from 'react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { ChangeView } from '../list/changesQuery';
import { isInView } from '../list/filterChanges';

const PREFERRED: readonly ChangeView[] = ['waiting', 'mine'];

/**
 * The view to open with: what waits for the person, else what they asked for, else all. It stays what it was when the page
 * was opened, so that nothing jumps once the last one is done.
 */
export function useChangeView(
  chosen: ChangeView | undefined,
  open: ChangeRequestList | undefined,
): ChangeView | undefined {
  const first = useRef<ChangeView>();
  if (open && !first.current) {
    first.current =
      PREFERRED.find(view =>
        open.items.some(item => isInView(view, item, open.mine)),
      ) ?? 'all';
  }
  return chosen ?? first.current;
}
