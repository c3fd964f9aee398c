import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** What a widget of the home page shows of something that is read again and again: loading, failed, or out of date. @public */
export function WidgetContent<T>(props: {
  /** What is loaded, in words. */
  label: string;
  data: T | undefined;
  error: Error | null | undefined;
  children(data: T): ReactNode;
}) {
  const { label, data, error, children } = props;
  if (!data) {
    return error ? (
      <ResponseErrorPanel error={error} />
    ) : (
      <Loading label={label} />
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          The last refresh failed: {error.message}
        </Alert>
      )}
      {children(data)}
    </Box>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <Box role="status" aria-label={`Loading ${label}`}>
      {[0, 1, 2].map(index => (
        <Skeleton key={index} variant="rounded" height={44} sx={{ mb: 1 }} />
      ))}
    </Box>
  );
}
