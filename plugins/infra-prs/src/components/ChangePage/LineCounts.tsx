import Box from '@mui/material/Box';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';

/** `+12 −3` */
export function LineCounts({ file }: { file: ChangedFile }) {
  return (
    <Box
      component="span"
      role="img"
      aria-label={`${file.additions} lines added, ${file.deletions} removed`}
      sx={{ display: 'inline-flex', gap: 0.5, typography: 'caption' }}
    >
      <Box component="span" sx={{ color: 'success.main' }}>
        +{file.additions}
      </Box>
      <Box component="span" sx={{ color: 'error.main' }}>
        −{file.deletions}
      </Box>
    </Box>
  );
}
