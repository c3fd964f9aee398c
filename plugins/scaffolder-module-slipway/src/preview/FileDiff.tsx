import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { alpha, Theme } from '@mui/material/styles';
import { Decoration, Diff, Hunk, parseDiff } from 'react-diff-view';
import 'react-diff-view/style/index.css';

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
    fontSize: theme.typography.caption.fontSize,
    '& .diff-gutter': { color: text.secondary },
  };
};

// The parser wants the headers of Git; the names in them do not matter.
const HEADER =
  'diff --git a/f b/f\nindex 0000000..1111111 100644\n--- a/f\n+++ b/f\n';

function parseHunks(diff: string) {
  const start = diff.search(/^@@ /m);
  if (start < 0) return [];
  const text = `${HEADER}${diff.slice(start)}`;
  return parseDiff(text, { nearbySequences: 'zip' })[0]?.hunks ?? [];
}

/** What a unified diff changes in a file that exists already. */
export function FileDiff({ diff }: { diff: string }) {
  const hunks = useMemo(() => parseHunks(diff), [diff]);
  return (
    <Box sx={colors}>
      <Diff viewType="unified" diffType="modify" hunks={hunks}>
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
