import { useEffect, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { visuallyHidden } from '@slipway/platform-react';

/** A burst of changes is told once. Milliseconds. */
const CALM_MS = 3_000;

/** Tells screen readers, politely, that what is shown has changed by itself. */
export function SpokenUpdates({ of }: { of: unknown }) {
  const [times, setTimes] = useState(0);
  const seen = useRef(of);
  useEffect(() => {
    if (seen.current === of) return undefined;
    seen.current = of;
    const timer = setTimeout(() => setTimes(count => count + 1), CALM_MS);
    return () => clearTimeout(timer);
  }, [of]);
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {times > 0 && (
        // An element of its own for each: the same words again would not be read.
        <span key={times}>This page was updated</span>
      )}
    </Box>
  );
}
