import { RequestStageTime } from '@slipway/plugin-infra-prs-common';

/** What the stages of a request are called. */
export const STAGE_TITLES: Readonly<Record<RequestStageTime['stage'], string>> =
  {
    requested: 'Requested',
    open: 'Opened',
    checks: 'Checked',
    planned: 'Planned',
    approved: 'Approved',
    merged: 'Merged',
    applied: 'Applied',
    live: 'Live',
  };

/** How a stage stands, for those who do not see its look. */
export const STATE_WORDS: Readonly<Record<RequestStageTime['state'], string>> =
  {
    done: 'done',
    current: 'current stage',
    failed: 'failed',
    todo: 'not reached',
    skipped: 'skipped',
  };
