import {
  ChangeDecision,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { DecisionRights } from './useDecisionRights';

/** Something that opens a dialog first. */
export type DialogName = 'close' | 'break-glass';

/** A line of the menu. */
export interface MenuEntry {
  readonly label: string;
  readonly whyNot?: string;
  readonly does: ChangeDecision | DialogName;
  readonly danger?: boolean;
}

const NO_COMMENT = 'Write a comment first';

function words(change: ChangeRequestDetail, comment: string): MenuEntry[] {
  const { headSha, viewer, state } = change;
  const empty = comment ? undefined : NO_COMMENT;
  const say: MenuEntry = {
    label: 'Comment',
    whyNot: empty,
    does: { verb: 'comment', command: { comment } },
  };
  if (state !== 'open') return [say];
  return [
    say,
    {
      label: 'Request changes',
      whyNot: viewer.whyNotRequestChanges ?? empty,
      does: { verb: 'request-changes', command: { headSha, comment } },
    },
  ];
}

function automatic(change: ChangeRequestDetail): MenuEntry[] {
  const { headSha, planDigest = '', merging } = change;
  if (merging.autoMerge) {
    return [
      {
        label: 'Switch auto-merge off',
        does: { verb: 'auto-merge', command: { enabled: false } },
      },
    ];
  }
  const command = { enabled: true as const, headSha, planDigest };
  return [
    {
      label: 'Merge once nothing is missing',
      whyNot: merging.whyNotAutoMerge,
      does: { verb: 'auto-merge', command },
    },
  ];
}

function lifecycle(change: ChangeRequestDetail): MenuEntry[] {
  const { draft, viewer } = change;
  return [
    {
      label: draft ? 'Mark as ready for review' : 'Make it a draft',
      does: { verb: 'draft', command: { draft: !draft } },
    },
    {
      label: viewer.isRequester ? 'Withdraw…' : 'Close…',
      whyNot: viewer.whyNotClose,
      does: 'close',
      danger: true,
    },
  ];
}

function emergency({ viewer }: ChangeRequestDetail): MenuEntry[] {
  if (!viewer.breakGlass) return [];
  return [
    {
      label: 'Break the glass…',
      whyNot: viewer.breakGlass.whyNot,
      does: 'break-glass',
      danger: true,
    },
  ];
}

function known(change: ChangeRequestDetail, comment: string): MenuEntry[] {
  if (change.state !== 'open') {
    const reopen: MenuEntry = {
      label: 'Open it again',
      whyNot: change.viewer.whyNotReopen,
      does: { verb: 'reopen', command: comment ? { comment } : {} },
    };
    return [...words(change, comment), reopen];
  }
  return [
    ...words(change, comment),
    ...automatic(change),
    ...lifecycle(change),
    ...emergency(change),
  ];
}

/** What there is beside approving and merging, each with why it cannot be done now, or not by this person. */
export function menuItems(
  change: ChangeRequestDetail,
  comment: string,
  rights: DecisionRights,
): MenuEntry[] {
  return known(change, comment).map(entry => {
    const verb = typeof entry.does === 'string' ? entry.does : entry.does.verb;
    return { ...entry, whyNot: rights[verb] ?? entry.whyNot };
  });
}
