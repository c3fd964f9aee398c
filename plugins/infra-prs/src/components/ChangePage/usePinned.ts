import { useState } from 'react';

/** Keeps what somebody reads in its place while it moves on: they say when to follow. */
export function usePinned<T extends string | undefined>(current: T) {
  const [pinned, setPinned] = useState(current);
  // Nothing was there to be read before.
  if (pinned === undefined && current !== undefined) setPinned(current);
  return {
    shown: pinned ?? current,
    moved: pinned !== undefined && pinned !== current,
    follow: () => setPinned(current),
  };
}
