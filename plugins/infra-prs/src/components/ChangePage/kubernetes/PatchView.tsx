import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { alpha, Theme } from '@mui/material/styles';
import { Decoration, Diff, Hunk, parseDiff } from 'react-diff-view';
import 'react-diff-view/style/index.css';

/** The hunks of a patch; the parser wants file headers, and their names do not matter. */
function parsePatch(patch: string) {
  const header = 'diff --git a/f b/f\nindex 0000000..1111111 100644\n';
  const text = `${header}--- a/f\n+++ b/f\n${patch}\n`;
  return parseDiff(text, { nearbySequences: 'zip' })[0]?.hunks ?? [];
}

const colors = (theme: Theme) => {
  const { success, error, action, text } = theme.palette;
  return {
    '--diff-font-family': 'ui-monospace, Menlo, Consolas, monospace',
    '--diff-text-color': text.primary,
    '--diff-background-color': 'transparent',
    '--diff-selection-background-color': action.selected,
    '--diff-selection-text-color': text.primary,
    '--diff-code-insert-background-color': alpha(success.main, 0.14),
    '--diff-gutter-insert-background-color': alpha(success.main, 0.26),
    '--diff-code-delete-background-color': alpha(error.main, 0.14),
    '--diff-gutter-delete-background-color': alpha(error.main, 0.26),
    fontSize: 12.5,
    '& .diff-gutter': { color: text.secondary },
  };
};

/** Differences of one object's YAML, unified or side by side. */
export function PatchView(props: {
  patch: string | undefined;
  view: 'unified' | 'split';
}) {
  const { patch, view } = props;
  const hunks = useMemo(() => (patch ? parsePatch(patch) : []), [patch]);
  if (hunks.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ p: 2 }}>
        There are no differences to show.
      </Typography>
    );
  }
  return (
    <Box sx={colors}>
      <Diff viewType={view} diffType="modify" hunks={hunks}>
        {shown =>
          shown.flatMap(hunk => [
            <Decoration key={`at ${hunk.content}`}>
              <Box sx={{ color: 'text.secondary', px: 1, py: 0.25 }}>
                {hunk.content}
              </Box>
            </Decoration>,
            <Hunk key={hunk.content} hunk={hunk} />,
          ])
        }
      </Diff>
    </Box>
  );
}
