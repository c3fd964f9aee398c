import { useEffect, useId, useRef } from 'react';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import { RiArrowDownSLine } from '@remixicon/react';
import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import { SourceStateAlert } from '@slipway/platform-react';
import { ShownHistory } from '../../hooks/useHistoryWindow';
import { QueueDetails } from './QueueDetails';
import { QueueHeading } from './QueueHeading';

const look = {
  borderRadius: 2,
  backgroundImage: 'none',
  boxShadow: 'none',
  '&::before': { display: 'none' },
};

/** All about one queue, below a line that says how it is. */
export function QueuePanel(props: {
  result: SourceResult<QueueState>;
  time: ShownHistory;
  open: boolean;
  /** The link that led here means this queue. */
  meant: boolean;
  onToggle(open: boolean): void;
}) {
  const { result, time, open, meant, onToggle } = props;
  const id = useId();
  const panel = useScrollTo(meant);
  return (
    <Accordion
      ref={panel}
      disableGutters
      square
      expanded={open}
      onChange={(_, expanded) => onToggle(expanded)}
      // What is closed asks for no history.
      slotProps={{ transition: { unmountOnExit: true } }}
      sx={look}
    >
      <Box component="h3" sx={{ m: 0, font: 'inherit' }}>
        <AccordionSummary
          id={`${id}-head`}
          aria-controls={`${id}-panel`}
          expandIcon={<RiArrowDownSLine aria-hidden />}
        >
          <QueueHeading result={result} />
        </AccordionSummary>
      </Box>
      <AccordionDetails
        sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: 0 }}
      >
        <SourceStateAlert result={result} />
        {result.data && <QueueDetails queue={result.data} time={time} />}
      </AccordionDetails>
    </Accordion>
  );
}

function useScrollTo(meant: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // jsdom has no scrolling.
    if (meant) panel.current?.scrollIntoView?.({ block: 'start' });
  }, [meant]);
  return panel;
}
