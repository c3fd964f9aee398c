import { MarkdownContent } from '@backstage/core-components';
import Box from '@mui/material/Box';

const MOST = 500;

/** Summaries are Markdown, see https://docs.github.com/en/rest/checks/runs#create-a-check-run. */
export function CheckSummary(props: { text: string; whole?: boolean }) {
  // The first paragraph says how it went; the rest is behind the link to the check.
  const [first] = props.text.split(/\n\s*\n/, 1);
  const content = props.whole ? props.text : first.slice(0, MOST);
  return (
    <Box
      sx={{
        color: 'text.secondary',
        overflowWrap: 'anywhere',
        '& p, & ul': { m: 0, typography: 'body2' },
        '& ul': { pl: 2.5 },
      }}
    >
      <MarkdownContent content={content} />
    </Box>
  );
}
