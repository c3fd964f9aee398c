import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '../time/RelativeTime';

/** @public */
export interface SlipwayCardProps {
  readonly title: string;
  readonly action?: ReactNode;
  /** ISO 8601 or milliseconds: when what is shown was true. */
  readonly asOf?: string | number;
  /** Nothing has been loaded yet. */
  readonly loading?: boolean;
  /** With `children` there, the last refresh failed; without, there is nothing to show. */
  readonly error?: Error;
  /** Shown in place of no children. */
  readonly empty?: ReactNode;
  /** Height of the skeleton in pixels. */
  readonly skeletonHeight?: number;
  readonly children?: ReactNode;
}

/** Card of an entity page with its loading, empty, error and out-of-date states. @public */
export function SlipwayCard(props: SlipwayCardProps) {
  const { title, action, asOf } = props;
  return (
    <EntityInfoCard
      title={title}
      headerActions={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          {asOf !== undefined && (
            <Typography variant="caption" color="text.secondary" noWrap>
              as of <RelativeTime value={asOf} />
            </Typography>
          )}
          {action}
        </Box>
      }
    >
      <CardContent {...props} />
    </EntityInfoCard>
  );
}

function CardContent(props: SlipwayCardProps) {
  const { loading, error, empty, children, skeletonHeight = 96 } = props;
  const filled =
    children !== undefined && children !== null && children !== false;
  if (loading) {
    return (
      <Box role="status" aria-label={`Loading ${props.title}`}>
        <Skeleton variant="rounded" height={skeletonHeight} />
      </Box>
    );
  }
  if (error && !filled) {
    return <ResponseErrorPanel error={error} />;
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {error && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          The last refresh failed: {error.message}
        </Alert>
      )}
      {filled ? children : empty}
    </Box>
  );
}
