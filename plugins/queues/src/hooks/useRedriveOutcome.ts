import { useEffect, useRef, useState } from 'react';
import { Redrive } from '@slipway/plugin-queues-common';
import { isRunning } from '../words/redriveWords';

/**
 * The redrive that runs, and the outcome of the one that ran or was started while the page was open.
 *
 * @param onDone - called once for each redrive that ends before the eyes of the person
 */
export function useRedriveOutcome(
  redrives: readonly Redrive[] | undefined,
  onDone: (redrive: Redrive) => void,
) {
  const [watched, watch] = useState<string>();
  const running = redrives?.find(isRunning);
  const outcome = redrives?.find(
    redrive => redrive.id === watched && !isRunning(redrive),
  );
  const runningId = running?.id;
  useEffect(() => {
    if (runningId) watch(runningId);
  }, [runningId]);
  const reported = useRef<string>();
  useEffect(() => {
    if (!outcome || outcome.id === reported.current) return;
    reported.current = outcome.id;
    onDone(outcome);
  }, [outcome, onDone]);
  return {
    running,
    outcome: running ? undefined : outcome,
    watch,
    dismiss: () => watch(undefined),
  };
}
