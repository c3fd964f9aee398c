import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';

/** In place of what is being read; or why it could not be, and a way to try again. */
export function Loading(props: {
  what: string;
  error: Error | null;
  onRetry(): void;
}) {
  const { what, error, onRetry } = props;
  if (error) {
    return (
      <>
        <ResponseErrorPanel error={error} />
        <Button size="small" onClick={() => onRetry()}>
          Try again
        </Button>
      </>
    );
  }
  return (
    <Box role="status" aria-label={`Loading the ${what}`}>
      <Skeleton variant="text" width="40%" />
      <Skeleton variant="rounded" height={120} />
    </Box>
  );
}
