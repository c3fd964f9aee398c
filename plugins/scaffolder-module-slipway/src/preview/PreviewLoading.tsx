import { useEffect, useState } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';

const SLOW_AFTER_SECONDS = 3;

/** Seconds since it was first shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** Stands where the preview will be. */
export function PreviewLoading() {
  const seconds = useSeconds();
  const slow = seconds >= SLOW_AFTER_SECONDS;
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" role="status">
        Writing all files, checking them and comparing them with the
        infrastructure repository …{slow && ' It takes longer than usual.'}
      </Typography>
      <Box
        aria-hidden
        sx={{
          mt: 1.5,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Skeleton variant="rounded" height={96} />
        <Skeleton variant="rounded" height={96} />
        <Skeleton
          variant="rounded"
          height={360}
          sx={{ gridColumn: { md: 'span 2' } }}
        />
      </Box>
    </Box>
  );
}
