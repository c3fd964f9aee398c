import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  ChangeConversation,
  ChangeRequestDetail,
  ConversationReview,
} from '@slipway/plugin-infra-prs-common';
import { useConversation } from '../../../hooks/useConversation';
import { useOtherDecision } from '../../../hooks/useDecision';
import { Loading } from '../Loading';
import { Panel } from '../Panel';
import { CommentView } from './CommentView';
import { Composer } from './Composer';
import { ThreadCard } from './ThreadCard';

const DID: Readonly<Record<string, string>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'asked for changes',
  DISMISSED: 'gave a review that was dismissed',
};

function didOf({ state }: ConversationReview): string {
  return Object.hasOwn(DID, state) ? DID[state] : 'reviewed';
}

/** Everything that was said, oldest first. */
function entriesOf(number: number, said: ChangeConversation) {
  return [
    ...said.comments.map(comment => ({
      at: comment.createdAt,
      key: `comment ${comment.id}`,
      node: <CommentView comment={comment} />,
    })),
    ...said.reviews.map(review => ({
      at: review.createdAt,
      key: `review ${review.id}`,
      node: <CommentView comment={review} did={didOf(review)} />,
    })),
    ...said.threads.map(thread => ({
      at: thread.comments[0]?.createdAt ?? '',
      key: `thread ${thread.id}`,
      node: <ThreadCard number={number} thread={thread} />,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

function unresolvedText({ unresolved, threads }: ChangeConversation) {
  if (unresolved === undefined || threads.length === 0) return undefined;
  return unresolved === 0
    ? 'All threads are resolved.'
    : `${unresolved} of ${threads.length} threads are not resolved.`;
}

function Entries(props: { number: number; said: ChangeConversation }) {
  const { number, said } = props;
  const entries = entriesOf(number, said);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {said.problem && (
        <Alert severity="info" variant="outlined">
          {said.problem}.
        </Alert>
      )}
      {said.truncated && (
        <Alert severity="info" variant="outlined">
          This is a long conversation; the rest of it is on GitHub.
        </Alert>
      )}
      {entries.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          Nobody has said anything yet.
        </Typography>
      )}
      {entries.map(({ key, node }) => (
        <div key={key}>{node}</div>
      ))}
    </Box>
  );
}

/** All that was said of the change, and saying more. */
export function ConversationPanel(props: { change: ChangeRequestDetail }) {
  const { number } = props.change;
  const { data, error, refetch } = useConversation(number);
  const decide = useOtherDecision(number);
  if (!data) {
    return <Loading what="conversation" error={error} onRetry={refetch} />;
  }
  const comment = (text: string, done: () => void) =>
    decide.mutate(
      { verb: 'comment', command: { comment: text } },
      {
        onSuccess: () => {
          done();
          refetch();
        },
      },
    );
  return (
    <Panel
      title="Conversation"
      aside={<Typography variant="body2">{unresolvedText(data)}</Typography>}
    >
      {error && <Alert severity="warning">{error.message}</Alert>}
      <Entries number={number} said={data} />
      <Box sx={{ mt: 2 }}>
        <Composer
          draftKey={`${number}`}
          label="Your comment on the change"
          submitLabel="Comment"
          most={4_000}
          pending={decide.isPending}
          error={decide.error}
          onSubmit={comment}
        />
      </Box>
    </Panel>
  );
}
