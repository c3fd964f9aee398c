import { StatusKind } from '@slipway/platform-react';
import { DetailedCheck } from '@slipway/plugin-infra-prs-common';

type Look = readonly [StatusKind, string];

const LOOKS: Readonly<Record<string, Look>> = {
  success: ['ok', 'Passed'],
  neutral: ['unknown', 'Skipped'],
  skipped: ['unknown', 'Skipped'],
  failure: ['error', 'Failed'],
};

/** How a check stands, in a word. */
export function checkLook({
  status,
  conclusion = 'failed',
}: Pick<DetailedCheck, 'status' | 'conclusion'>): Look {
  if (status === 'queued') return ['progress', 'Queued'];
  if (status === 'in_progress') return ['progress', 'Running'];
  return Object.hasOwn(LOOKS, conclusion)
    ? LOOKS[conclusion]
    : ['error', conclusion.replace(/_/g, ' ')];
}

/** Whether it can be asked for again: it is a check run that is done and did not pass. */
export function canRerun(check: DetailedCheck): boolean {
  return (
    check.id !== undefined &&
    check.status === 'completed' &&
    checkLook(check)[0] === 'error'
  );
}

/** `2 min 5 s`; undefined while it is not known. */
export function durationText({
  startedAt,
  completedAt,
}: Pick<DetailedCheck, 'startedAt' | 'completedAt'>): string | undefined {
  if (!startedAt || !completedAt) return undefined;
  const ms = Date.parse(completedAt) - Date.parse(startedAt);
  if (!Number.isFinite(ms) || ms < 0) return undefined;
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
