import { MarkdownContent } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { safeText } from '@slipway/plugin-infra-prs-common';

/** Markdown of anybody: no HTML, and nothing in it hides. */
export function CommentBody({ text }: { text: string }) {
  return (
    <Box
      sx={{
        overflowWrap: 'anywhere',
        '& p, & ul, & ol': { my: 0.5, typography: 'body2' },
        '& img': { maxWidth: '100%' },
      }}
    >
      <MarkdownContent
        // The other dialect lets HTML through.
        dialect="common-mark"
        // An image would tell its host who reads this.
        transformImageUri={() => ''}
        content={safeText(text.replace(/\r/g, ''))}
      />
    </Box>
  );
}
