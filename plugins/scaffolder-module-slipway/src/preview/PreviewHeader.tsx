import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@slipway/platform-react';
import { Preview } from '../api/previewSchemas';
import { previewSummary } from './previewSummary';
import { PreviewResult } from './usePreview';

/** What the preview holds, when it was made, and that it is out of date when it is. */
export function PreviewHeader(props: {
  preview: Preview;
  result: PreviewResult;
}) {
  const { preview, result } = props;
  return (
    <>
      {result.stale && (
        <Alert severity="info" variant="outlined" role="status">
          Your answers changed. This is the preview of the earlier ones; a new
          one is being made.
        </Alert>
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 2,
        }}
      >
        <Typography variant="body2" color="text.secondary" sx={{ flexGrow: 1 }}>
          {previewSummary(preview)}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          made <RelativeTime value={result.madeAt} />
        </Typography>
        <Button
          size="small"
          color="inherit"
          disabled={result.renewing}
          onClick={result.renew}
        >
          {result.renewing ? 'Making it anew …' : 'Make it anew'}
        </Button>
      </Box>
    </>
  );
}
