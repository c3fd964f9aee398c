import { ResponseErrorPanel } from '@backstage/core-components';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { ChoiceButtons, saveFile } from '@slipway/platform-react';
import { RequestTimeline } from '@slipway/plugin-infra-prs-common';
import { useSearchParams } from 'react-router-dom';
import { useTimeline } from '../../../hooks/useTimeline';
import { Panel } from '../Panel';
import {
  EVENT_GROUPS,
  EventGroup,
  eventsIn,
  GROUP_TITLES,
} from './eventGroups';
import { TimelineRow } from './TimelineRow';

const GROUPS: readonly EventGroup[] = [
  'all',
  'code',
  'checks',
  'decisions',
  'rollout',
];

function useEventGroup() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('events') ?? 'all';
  const group = GROUPS.find(name => name === asked) ?? 'all';
  const setGroup = (next: EventGroup) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        if (EVENT_GROUPS[next]) after.set('events', next);
        else after.delete('events');
        return after;
      },
      { replace: true },
    );
  return [group, setGroup] as const;
}

function exportTimeline(timeline: RequestTimeline): void {
  const text = JSON.stringify(timeline, undefined, 2);
  const file = new Blob([text], { type: 'application/json' });
  saveFile(file, `change-${timeline.number}-timeline.json`);
}

function Events({ timeline }: { timeline: RequestTimeline }) {
  const [group, setGroup] = useEventGroup();
  const events = eventsIn(group, timeline.events).slice().reverse();
  return (
    <>
      <ChoiceButtons
        label="What happened"
        value={group}
        choices={GROUPS}
        labels={GROUP_TITLES}
        onChange={setGroup}
      />
      {events.length === 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          Nothing of this kind has happened.
        </Typography>
      )}
      <Box
        component="ol"
        reversed
        aria-label="History, newest first"
        sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {events.map(event => (
          <TimelineRow key={event.id} event={event} />
        ))}
      </Box>
    </>
  );
}

/** Who did what and when, for reading and for an audit. */
export function TimelinePanel({ number }: { number: number }) {
  const { data, error } = useTimeline(number);
  return (
    <Panel
      title="History"
      aside={
        data && (
          <Button size="small" onClick={() => exportTimeline(data)}>
            Export JSON
          </Button>
        )
      }
    >
      {data?.gaps.map(gap => (
        <Alert key={gap} severity="warning" variant="outlined" sx={{ mb: 1 }}>
          {gap}.
        </Alert>
      ))}
      {data && <Events timeline={data} />}
      {!data && error && <ResponseErrorPanel error={error} />}
      {!data && !error && (
        <Box role="status" aria-label="Loading the history">
          <Skeleton variant="rounded" height={120} />
        </Box>
      )}
    </Panel>
  );
}
