import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatBytes } from '@slipway/platform-react';
import { PreviewFile } from '../api/goldenPathSchemas';
import { FileContent } from './FileContent';
import { FileTree } from './FileTree';
import { useFileTree } from './useFileTree';

function summary(files: readonly PreviewFile[]): string {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const repositories = new Set(files.map(file => file.repository)).size;
  return `${files.length} new files in ${repositories} ${
    repositories === 1 ? 'repository' : 'repositories'
  }, ${formatBytes(bytes)}`;
}

/** The files of a preview: the tree beside the content of one of them. */
export function PreviewPanel({ files }: { files: readonly PreviewFile[] }) {
  const tree = useFileTree(files);
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {summary(files)}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            md: 'minmax(240px, 1fr) minmax(0, 2fr)',
          },
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        <Box
          sx={{
            p: 1,
            overflow: 'auto',
            maxHeight: 604,
            borderRight: { md: 1 },
            borderColor: { md: 'divider' },
          }}
        >
          <FileTree tree={tree} />
        </Box>
        {tree.selected && <FileContent file={tree.selected} />}
      </Box>
    </Box>
  );
}
