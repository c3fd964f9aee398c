import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { RedrivePreview } from '@slipway/plugin-queues-common';
import { EnvironmentChip } from '@slipway/platform-react';
import { messagesWords } from '../../words/redriveWords';
import { PersonLink } from '../PersonLink';

/** What a redrive takes from where to where, and in whose name. */
export function RedriveFacts(props: {
  preview: RedrivePreview;
  /** Messages that were chosen; left out for all. */
  chosen?: number;
}) {
  const { preview, chosen } = props;
  const several = preview.targets.length > 1;
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        m: 0,
        overflowWrap: 'anywhere',
      }}
    >
      <Fact name="What">
        {chosen === undefined
          ? `All ${messagesWords(preview.count)}${
              preview.fifo ? ', in their order' : ''
            }`
          : `${messagesWords(chosen)} that you chose`}
      </Fact>
      <Fact name="From">
        <strong>{preview.queue}</strong>{' '}
        <EnvironmentChip name={preview.environment} />
      </Fact>
      <Fact name="Back to">
        {preview.targets.join(', ') || 'not known'}
        {several && ', each to the queue that it came from'}
      </Fact>
      <Fact name="In the name of">
        <PersonLink userRef={preview.startedBy} />
      </Fact>
    </Box>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {props.name}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {props.children}
      </Box>
    </>
  );
}
