import Box from '@mui/material/Box';
import {
  RiGitClosePullRequestLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
} from '@remixicon/react';
import { ChangeState } from '@slipway/plugin-infra-prs-common';

const LOOKS = {
  open: { icon: RiGitPullRequestLine, label: 'Open', color: 'info.main' },
  draft: {
    icon: RiGitPullRequestLine,
    label: 'Draft',
    color: 'text.secondary',
  },
  merged: { icon: RiGitMergeLine, label: 'Merged', color: 'success.main' },
  closed: {
    icon: RiGitClosePullRequestLine,
    label: 'Closed',
    color: 'text.secondary',
  },
} as const;

/** Whether a change is open, merged or closed; each with an icon of its own. */
export function ChangeStateChip(props: { state: ChangeState; draft: boolean }) {
  const isDraft = props.draft && props.state === 'open';
  const { icon: Icon, label, color } = LOOKS[isDraft ? 'draft' : props.state];
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
        '& svg': { color },
      }}
    >
      <Icon size={16} aria-hidden />
      {label}
    </Box>
  );
}
