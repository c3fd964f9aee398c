import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { RiCheckLine } from '@remixicon/react';
import { ChangedFile, safeText } from '@slipway/plugin-infra-prs-common';
import { LineCounts } from '../LineCounts';

function byFolder(files: readonly ChangedFile[]) {
  const folders = new Map<string, ChangedFile[]>();
  for (const file of files) {
    const slash = file.path.lastIndexOf('/');
    const folder = slash < 0 ? '/' : file.path.slice(0, slash);
    const known = folders.get(folder);
    if (known) known.push(file);
    else folders.set(folder, [file]);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b));
}

const Pick = styled('button')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  padding: '2px 8px',
  border: 0,
  borderRadius: 4,
  background: 'none',
  font: 'inherit',
  fontSize: 14,
  textAlign: 'left',
  cursor: 'pointer',
  color: theme.palette.text.primary,
  '&:hover, &[aria-current]': { backgroundColor: theme.palette.action.hover },
  '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
}));

/** Files by folder; picking one opens its differences and moves there. */
export function FileTree(props: {
  files: readonly ChangedFile[];
  viewed: ReadonlySet<string>;
  current: string | undefined;
  onPick(path: string): void;
}) {
  const { files, viewed, current, onPick } = props;
  return (
    <Box
      component="nav"
      aria-label="Files"
      sx={{ overflow: 'auto', maxHeight: '80vh' }}
    >
      {byFolder(files).map(([folder, own]) => (
        // Thousands of names are only laid out once they come into sight.
        <Box
          key={folder}
          sx={{
            mb: 1,
            contentVisibility: 'auto',
            containIntrinsicSize: 'auto 120px',
          }}
        >
          <Typography
            variant="caption"
            color="text.secondary"
            display="block"
            sx={{ wordBreak: 'break-all' }}
          >
            {safeText(folder)}
          </Typography>
          {own.map(file => (
            <Pick
              key={file.path}
              type="button"
              aria-current={file.path === current || undefined}
              onClick={() => onPick(file.path)}
            >
              <Box
                component="span"
                sx={{
                  flex: 1,
                  minWidth: 0,
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                }}
              >
                {safeText(file.path.slice(file.path.lastIndexOf('/') + 1))}
              </Box>
              {viewed.has(file.path) && (
                <RiCheckLine size={14} aria-label="viewed" />
              )}
              <LineCounts file={file} />
            </Pick>
          ))}
        </Box>
      ))}
    </Box>
  );
}
