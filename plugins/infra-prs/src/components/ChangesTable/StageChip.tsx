import { styled, useTheme } from '@mui/material/styles';
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
import { mainColor, MeaningColor } from '@slipway/platform-react';
import { RequestStage } from '@slipway/plugin-infra-prs-common';
import { Standing, stageWords } from '../../words/stageWords';

type Look = readonly [icon: RemixiconComponentType, color?: MeaningColor];

const STAGES: Readonly<Record<RequestStage, Look>> = {
  requested: [RiDraftLine],
  open: [RiGitPullRequestLine, 'info'],
  checks: [RiLoader4Line, 'info'],
  planned: [RiEyeLine, 'warning'],
  approved: [RiCheckDoubleLine, 'success'],
  merged: [RiGitMergeLine, 'info'],
  applied: [RiLoader4Line, 'info'],
  live: [RiRocketLine, 'success'],
};

function lookOf(change: Standing): Look {
  const { stage, lifeState, state, draft } = change;
  if (state === 'closed' || lifeState === 'withdrawn') {
    return [RiGitClosePullRequestLine];
  }
  if (lifeState === 'failed') return [RiCloseCircleFill, 'error'];
  if (state === 'open' && draft) return STAGES.requested;
  if (stage === 'applied' && lifeState === 'done') {
    return [RiHistoryLine];
  }
  if (stage) return STAGES[stage];
  return state === 'merged'
    ? [RiGitMergeLine, 'success']
    : [RiGitPullRequestLine, 'info'];
}

// A list draws it for every row in sight, where `sx` would cost more than the rest of the row.
const Chip = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  fontWeight: 600,
  whiteSpace: 'nowrap',
  '& svg': { flexShrink: 0 },
}));

/** Where a change stands, in words with an icon. */
export function StageChip({ change }: { change: Standing }) {
  const { palette } = useTheme();
  const [Icon, color] = lookOf(change);
  return (
    <Chip>
      <Icon size={16} aria-hidden color={mainColor(palette, color)} />
      {stageWords(change)}
    </Chip>
  );
}
