import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { fileAnchor } from './fileAnchor';
import { LineCounts } from './LineCounts';

function byFolder(files: readonly ChangedFile[]) {
  const folders = new Map<string, ChangedFile[]>();
  for (const file of files) {
    const slash = file.path.lastIndexOf('/');
    const folder = slash < 0 ? '/' : file.path.slice(0, slash);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].sort(([a], [b]) => a.localeCompare(b));
}

function scrollTo(path: string) {
  const element = document.getElementById(fileAnchor(path));
  element?.scrollIntoView?.({ block: 'start' });
}

/** Files by folder; picking one opens its differences and moves there. */
export function FileTree(props: {
  files: readonly ChangedFile[];
  onPick(path: string): void;
}) {
  const pick = (path: string) => {
    props.onPick(path);
    scrollTo(path);
  };
  return (
    <Box component="nav" aria-label="Files">
      {byFolder(props.files).map(([folder, files]) => (
        <Box key={folder} sx={{ mb: 1 }}>
          <Typography
            variant="caption"
            color="text.secondary"
            display="block"
            sx={{ wordBreak: 'break-all' }}
          >
            {folder}
          </Typography>
          {files.map(file => (
            <ButtonBase
              key={file.path}
              onClick={() => pick(file.path)}
              sx={{
                display: 'flex',
                justifyContent: 'space-between',
                width: '100%',
                gap: 1,
                px: 1,
                py: 0.25,
                borderRadius: 1,
                '&:hover, &:focus-visible': { bgcolor: 'action.hover' },
              }}
            >
              <Typography variant="body2" noWrap>
                {file.path.slice(file.path.lastIndexOf('/') + 1)}
              </Typography>
              <LineCounts file={file} />
            </ButtonBase>
          ))}
        </Box>
      ))}
    </Box>
  );
}
