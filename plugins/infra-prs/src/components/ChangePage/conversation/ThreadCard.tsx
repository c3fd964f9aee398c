import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { StatusChip } from '@slipway/platform-react';
import {
  ConversationThread,
  infraPrsCommentPermission,
  safeText,
} from '@slipway/plugin-infra-prs-common';
import { useSay } from '../../../hooks/useConversation';
import { anchorOf } from '../files/useLineAnchor';
import { useSectionPath } from '../useSectionPath';
import { CommentView } from './CommentView';
import { Composer } from './Composer';

function Where(props: { number: number; thread: ConversationThread }) {
  const { path, side, line, outdated } = props.thread;
  const files = useSectionPath(props.number)('files');
  const place =
    line === undefined ? undefined : { path, side, line: Number(line) };
  const words = line === undefined ? '' : `, line ${line}`;
  return (
    <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
      <Link to={`${files}${anchorOf({ path, place })}`}>
        {safeText(path)}
        {words}
      </Link>
      {outdated && ' · its line was changed since'}
    </Typography>
  );
}

function Settle(props: { number: number; thread: ConversationThread }) {
  const { id, resolved } = props.thread;
  const { allowed } = usePermission({ permission: infraPrsCommentPermission });
  const say = useSay(props.number);
  if (resolved === undefined || !allowed) return null;
  const settle = () =>
    say.mutate({
      verb: 'resolve',
      thread: id,
      command: { resolved: !resolved },
    });
  return (
    <>
      {say.error && <Alert severity="error">{say.error.message}</Alert>}
      <Button size="small" disabled={say.isPending} onClick={settle}>
        {resolved ? 'Open again' : 'Resolve'}
      </Button>
    </>
  );
}

function Reply(props: { number: number; thread: ConversationThread }) {
  const { number, thread } = props;
  const [open, setOpen] = useState(false);
  const say = useSay(number);
  if (!open) {
    return (
      <Button
        size="small"
        onClick={() => setOpen(true)}
        sx={{ justifySelf: 'start' }}
      >
        Reply
      </Button>
    );
  }
  return (
    <Composer
      draftKey={`${number}.${thread.id}`}
      label="Your reply"
      submitLabel="Reply"
      most={20_000}
      pending={say.isPending}
      error={say.error}
      onSubmit={(body, done) =>
        say.mutate(
          { verb: 'reply', thread: thread.id, command: { body } },
          { onSuccess: done },
        )
      }
    />
  );
}

/** What people say of a line, and answering it. */
export function ThreadCard(props: {
  number: number;
  thread: ConversationThread;
}) {
  const { number, thread } = props;
  return (
    <Box
      component="section"
      aria-label={`Thread on ${thread.path}`}
      sx={{
        display: 'grid',
        gap: 1,
        p: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        fontFamily: theme => theme.typography.fontFamily,
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        {thread.resolved !== undefined && (
          <StatusChip
            status={thread.resolved ? 'ok' : 'warning'}
            label={thread.resolved ? 'Resolved' : 'Open'}
          />
        )}
        <Where {...props} />
        <Settle {...props} />
      </Box>
      {thread.comments.map(comment => (
        <CommentView key={comment.id} comment={comment} />
      ))}
      <Reply number={number} thread={thread} />
    </Box>
  );
}
