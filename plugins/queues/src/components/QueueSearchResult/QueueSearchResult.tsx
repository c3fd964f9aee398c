import { ReactElement, ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import {
  QueueDocument,
  queueDocumentSchema,
} from '@slipway/plugin-queues-common';

/** A queue among the results of a search: where it is, whose it is, and the way to it. Nothing for what is no queue. */
export function QueueSearchResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactElement;
}) {
  const { result, highlight, icon } = props;
  const parsed = queueDocumentSchema.safeParse(result);
  if (!parsed.success) {
    return null;
  }
  const queue = parsed.data;
  return (
    <Box
      component="span"
      sx={{ display: 'flex', gap: 2, py: 1, width: '100%' }}
    >
      <Box component="span" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {icon}
      </Box>
      <Box component="span" sx={{ minWidth: 0 }}>
        <Title queue={queue} highlight={highlight} />
        <Facts
          facts={[
            queue.owner && <EntityRefLink entityRef={queue.owner} hideIcon />,
            queue.system && <EntityRefLink entityRef={queue.system} hideIcon />,
            queue.deadLetterQueue &&
              `dead letters go to ${queue.deadLetterQueue}`,
            queue.deadLettersOf &&
              `dead-letter queue of ${queue.deadLettersOf}`,
          ]}
        />
      </Box>
    </Box>
  );
}

function Title(props: { queue: QueueDocument; highlight?: ResultHighlight }) {
  const { queue, highlight } = props;
  return (
    <Box
      component="span"
      sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
    >
      <Typography variant="h6" component="span" noWrap>
        <Link to={queue.location} noTrack>
          {highlight?.fields.title ? (
            <HighlightedSearchResultText
              text={highlight.fields.title}
              preTag={highlight.preTag}
              postTag={highlight.postTag}
            />
          ) : (
            queue.title
          )}
        </Link>
      </Typography>
      {queue.environment && <EnvironmentChip name={queue.environment} />}
    </Box>
  );
}

function Facts({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <Typography
      variant="body2"
      component="span"
      color="text.secondary"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.75 }}
    >
      {facts.filter(Boolean).map((fact, index) => (
        <span key={index}>
          {index > 0 && '· '}
          {fact}
        </span>
      ))}
    </Typography>
  );
}
