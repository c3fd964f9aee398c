import { useId, useState } from 'react';
import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@slipway/platform-react';
import { ConversationComment } from '@slipway/plugin-infra-prs-common';
import { CommentBody } from './CommentBody';

/** What somebody said; what bots say is folded away. */
export function CommentView(props: {
  comment: ConversationComment;
  /** What was done with it: `asked for changes`. */
  did?: string;
}) {
  const { comment, did = 'wrote' } = props;
  const { author, body, createdAt, edited, url } = comment;
  const [open, setOpen] = useState(!author.isBot);
  const id = useId();
  return (
    <Box
      component="article"
      aria-label={`${author.login} ${did}`}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}
    >
      <Typography variant="body2" color="text.secondary">
        <strong>{author.login}</strong> {author.isBot && '(bot) '}
        {did} <RelativeTime value={createdAt} />
        {edited && ', edited'} · <Link to={url}>On GitHub</Link>
        {author.isBot && (
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : 'Show'}
          </Button>
        )}
      </Typography>
      {open && (
        <Box id={id}>
          <CommentBody text={body} />
        </Box>
      )}
    </Box>
  );
}
