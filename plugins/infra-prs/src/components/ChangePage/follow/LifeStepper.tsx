import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { alpha, Theme } from '@mui/material/styles';
import {
  RiCheckboxCircleFill,
  RiCheckboxBlankCircleLine,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiLoader4Line,
} from '@remixicon/react';
import {
  formatDuration,
  RelativeTime,
  useNow,
  visuallyHidden,
} from '@slipway/platform-react';
import {
  RequestLife,
  RequestStageTime,
} from '@slipway/plugin-infra-prs-common';
import { STAGE_TITLES, STATE_WORDS } from './stageWords';

const LOOKS = {
  done: { icon: RiCheckboxCircleFill, color: 'success' },
  current: { icon: RiLoader4Line, color: 'info' },
  failed: { icon: RiCloseCircleFill, color: 'error' },
  todo: { icon: RiCheckboxBlankCircleLine, color: undefined },
  skipped: { icon: RiIndeterminateCircleLine, color: undefined },
} as const;

function stepStyle(state: RequestStageTime['state'], theme: Theme) {
  const { color } = LOOKS[state];
  const main = color ? theme.palette[color].main : theme.palette.text.secondary;
  const stands = state === 'current' || state === 'failed';
  return {
    borderTop: `3px solid ${state === 'todo' ? theme.palette.divider : main}`,
    backgroundColor: stands ? alpha(main, 0.1) : undefined,
    '& svg': { color: main, flexShrink: 0 },
  };
}

/** What a stage took; of the one that goes on, so far. */
function secondsOf({ state, at, seconds }: RequestStageTime, now: number) {
  const goesOn = state === 'current' || state === 'failed';
  if (seconds !== undefined || !at || !goesOn) return seconds;
  return Math.max(0, Math.round((now - Date.parse(at)) / 1000));
}

function Step({ step, now }: { step: RequestStageTime; now: number }) {
  const { stage, state, at } = step;
  const seconds = secondsOf(step, now);
  const { icon: Icon } = LOOKS[state];
  const stands = state === 'current' || state === 'failed';
  return (
    <Box
      component="li"
      aria-current={stands ? 'step' : undefined}
      sx={theme => ({
        flex: '1 1 96px',
        minWidth: 96,
        p: 0.75,
        ...stepStyle(state, theme),
      })}
    >
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
        <Icon size={16} aria-hidden />
        <Typography
          variant="body2"
          component="span"
          sx={{ fontWeight: stands ? 700 : 500 }}
        >
          {STAGE_TITLES[stage]}
        </Typography>
        <span style={visuallyHidden}>, {STATE_WORDS[state]}</span>
      </Box>
      <Typography variant="caption" color="text.secondary" component="div">
        {seconds !== undefined && (
          <Tooltip title="How long it took to come to the next stage">
            <span>{formatDuration(seconds)}</span>
          </Tooltip>
        )}
        {seconds === undefined && at && <RelativeTime value={at} />}
        {!at && state === 'skipped' && 'skipped'}
      </Typography>
    </Box>
  );
}

/** The whole life of a request as ordered steps, with the time that each took. */
export function LifeStepper({ life }: { life: RequestLife }) {
  const now = useNow();
  return (
    <Box
      component="ol"
      aria-label="Stages of the change"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 0.5,
      }}
    >
      {life.stages.map(step => (
        <Step key={step.stage} step={step} now={now} />
      ))}
    </Box>
  );
}
