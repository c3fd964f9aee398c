import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  ChangeRequestDetail,
  safeText,
} from '@slipway/plugin-infra-prs-common';
import { Panel } from './Panel';

/** `minReplicas` → `Min replicas` */
function words(key: string): string {
  const spaced = safeText(key)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value) && value.every(each => typeof each !== 'object')) {
    return value.map(valueText).join(', ') || '–';
  }
  return safeText(JSON.stringify(value, undefined, 2));
}

/** What was chosen when somebody asked for the change. */
export function FormPanel({ change }: { change: ChangeRequestDetail }) {
  const entries = Object.entries(change.parameters ?? {});
  return (
    <Panel title="What the form said">
      {entries.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {change.parameters
            ? 'The form asked for nothing.'
            : 'No form of the portal opened this change.'}
        </Typography>
      ) : (
        <Box
          component="dl"
          aria-label="What the form said"
          sx={{
            m: 0,
            display: 'grid',
            gap: 0.5,
            gridTemplateColumns: 'minmax(140px, max-content) minmax(0, 1fr)',
            columnGap: 3,
          }}
        >
          {entries.map(([key, value]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" color="text.secondary">
                {words(key)}
              </Typography>
              <Typography
                component="dd"
                variant="body2"
                sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {valueText(value)}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Panel>
  );
}
