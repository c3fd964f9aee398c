import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { queueNames } from './queueNames';
import { QueueDraft } from './queueDraft';

/** What a queue will be called in AWS. */
export function QueueNames(props: {
  draft: QueueDraft;
  environments: readonly string[];
}) {
  const names = queueNames(props.draft, props.environments);
  if (names.length === 0) return null;
  return (
    <Typography variant="caption" color="text.secondary" component="div">
      In AWS:{' '}
      {names.map((name, index) => (
        <Box component="span" key={name}>
          {index > 0 && ', '}
          <Box
            component="span"
            sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
          >
            {name}
          </Box>
        </Box>
      ))}
    </Typography>
  );
}
