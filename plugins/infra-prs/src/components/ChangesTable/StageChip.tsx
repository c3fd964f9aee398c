import Box from '@mui/material/Box';
import {
  RemixiconComponentType,
  RiCheckDoubleLine,
  RiCloseCircleFill,
  RiDraftLine,
  RiEyeLine,
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHistoryLine,
  RiLoader4Line,
  RiRocketLine,
} from '@remixicon/react';
import { RequestStage } from '@slipway/plugin-infra-prs-common';
import { Standing, stageWords } from '../../words/stageWords';

type Look = readonly [icon: RemixiconComponentType, color: string];

const STAGES: Readonly<Record<RequestStage, Look>> = {
  requested: [RiDraftLine, 'text.secondary'],
  open: [RiGitPullRequestLine, 'info.main'],
  checks: [RiLoader4Line, 'info.main'],
  planned: [RiEyeLine, 'warning.main'],
  approved: [RiCheckDoubleLine, 'success.main'],
  merged: [RiGitMergeLine, 'info.main'],
  applied: [RiLoader4Line, 'info.main'],
  live: [RiRocketLine, 'success.main'],
};

function lookOf(change: Standing): Look {
  const { stage, lifeState, state, draft } = change;
  if (state === 'closed' || lifeState === 'withdrawn') {
    return [RiGitClosePullRequestLine, 'text.secondary'];
  }
  if (lifeState === 'failed') return [RiCloseCircleFill, 'error.main'];
  if (state === 'open' && draft) return STAGES.requested;
  if (stage === 'applied' && lifeState === 'done') {
    return [RiHistoryLine, 'text.secondary'];
  }
  if (stage) return STAGES[stage];
  return state === 'merged'
    ? [RiGitMergeLine, 'success.main']
    : [RiGitPullRequestLine, 'info.main'];
}

/** Where a change stands, in words with an icon. */
export function StageChip({ change }: { change: Standing }) {
  const [Icon, color] = lookOf(change);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        '& svg': { color, flexShrink: 0 },
      }}
    >
      <Icon size={16} aria-hidden />
      {stageWords(change)}
    </Box>
  );
}
