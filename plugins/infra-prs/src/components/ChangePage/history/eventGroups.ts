import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import {
  RiAlarmWarningLine,
  RiChat1Line,
  RiCheckDoubleLine,
  RiCloseLine,
  RiDraftLine,
  RiEyeLine,
  RiFlagLine,
  RiGitBranchLine,
  RiGitCommitLine,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHammerLine,
  RiListCheck3,
  RiListOrdered,
  RiLoopLeftLine,
  RiRocket2Line,
  RiShieldCheckLine,
} from '@remixicon/react';

type Kind = RequestEvent['kind'];

/** Kinds by what people look for. */
export const EVENT_GROUPS = {
  all: undefined,
  code: [
    'requested',
    'opened',
    'pushed',
    'force_pushed',
    'base_changed',
    'draft',
    'ready',
    'reopened',
    'closed',
    'withdrawn',
  ],
  checks: ['checks', 'planned'],
  decisions: [
    'reviewed',
    'approved',
    'changes_requested',
    'commented',
    'approval_void',
    'review_dismissed',
    'auto_merge',
    'queued',
    'unqueued',
    'break_glass',
    'merged',
    'merged_unapproved',
  ],
  rollout: ['applied', 'deployed', 'retried', 'reverted'],
} as const satisfies Record<string, readonly Kind[] | undefined>;

/** @see EVENT_GROUPS */
export type EventGroup = keyof typeof EVENT_GROUPS;

/** What the groups are called. */
export const GROUP_TITLES: Readonly<Record<EventGroup, string>> = {
  all: 'All',
  code: 'Opened and pushed',
  checks: 'Checks and plan',
  decisions: 'Decisions',
  rollout: 'Apply and rollout',
};

/** An icon of its own shape for what each kind is about. */
export const EVENT_ICONS: Readonly<Record<Kind, typeof RiFlagLine>> = {
  requested: RiFlagLine,
  opened: RiGitPullRequestLine,
  pushed: RiGitCommitLine,
  checks: RiCheckDoubleLine,
  planned: RiListCheck3,
  reviewed: RiChat1Line,
  approved: RiShieldCheckLine,
  changes_requested: RiChat1Line,
  commented: RiChat1Line,
  approval_void: RiCloseLine,
  auto_merge: RiGitMergeLine,
  break_glass: RiHammerLine,
  merged: RiGitMergeLine,
  merged_unapproved: RiAlarmWarningLine,
  applied: RiHammerLine,
  deployed: RiRocket2Line,
  retried: RiLoopLeftLine,
  reverted: RiLoopLeftLine,
  closed: RiCloseLine,
  reopened: RiGitPullRequestLine,
  withdrawn: RiCloseLine,
  ready: RiEyeLine,
  draft: RiDraftLine,
  force_pushed: RiGitCommitLine,
  base_changed: RiGitBranchLine,
  review_dismissed: RiCloseLine,
  queued: RiListOrdered,
  unqueued: RiCloseLine,
};

/** Events of a group. */
export function eventsIn(
  group: EventGroup,
  events: readonly RequestEvent[],
): readonly RequestEvent[] {
  const kinds: readonly Kind[] | undefined = EVENT_GROUPS[group];
  return kinds ? events.filter(({ kind }) => kinds.includes(kind)) : events;
}
