import Box from '@mui/material/Box';
import { FileStatus, statusLook } from './fileStatus';

const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
} as const;

/** Letter of a file's status, with the words for who cannot see it. */
export function StatusMark({ status }: { status: FileStatus | undefined }) {
  const look = statusLook(status);
  if (!look) return null;
  return (
    <Box component="span" sx={{ ml: 'auto', pl: 1, flexShrink: 0 }}>
      <Box
        component="span"
        aria-hidden
        title={look.words}
        sx={{
          fontFamily: 'monospace',
          fontWeight: 700,
          color: look.color ? `${look.color}.main` : 'text.disabled',
        }}
      >
        {look.mark}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {`, ${look.words}`}
      </Box>
    </Box>
  );
}
