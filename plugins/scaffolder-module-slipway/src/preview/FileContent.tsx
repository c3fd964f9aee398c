import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatBytes } from '@slipway/platform-react';
import { PreviewFile } from '../api/goldenPathSchemas';

function Lines({ text }: { text: string }) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <Box
      component="ol"
      sx={theme => ({
        m: 0,
        py: 1,
        pl: `${String(lines.length).length + 3}ch`,
        fontFamily: 'monospace',
        fontSize: theme.typography.caption.fontSize,
        lineHeight: 1.6,
        '& li::marker': { color: theme.palette.text.disabled },
      })}
    >
      {lines.map((line, index) => (
        <Box
          component="li"
          key={index}
          sx={{ whiteSpace: 'pre', pl: 1, minHeight: '1.6em' }}
        >
          {line}
        </Box>
      ))}
    </Box>
  );
}

function Heading({ file }: { file: PreviewFile }) {
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        px: 2,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography
        variant="body2"
        sx={{ flexGrow: 1, fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {file.path}
      </Typography>
      <Typography variant="body2" color="text.secondary" noWrap>
        new, {formatBytes(file.size)}
      </Typography>
    </Box>
  );
}

/** A new file, with line numbers. */
export function FileContent({ file }: { file: PreviewFile }) {
  return (
    <Box
      component="section"
      aria-label={file.path}
      sx={{ minWidth: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Heading file={file} />
      <Box tabIndex={0} sx={{ overflow: 'auto', maxHeight: 560 }}>
        {file.binary ? (
          <Typography variant="body2" sx={{ p: 2 }}>
            This file is not text.
          </Typography>
        ) : (
          <Lines text={file.content} />
        )}
        {file.truncated && (
          <Typography variant="body2" sx={{ p: 2 }}>
            Only the first 256 KiB are shown.
          </Typography>
        )}
      </Box>
    </Box>
  );
}
