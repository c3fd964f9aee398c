import { ChangeRequest, ChangeTask } from '@slipway/plugin-infra-prs-common';

const TASKS: Readonly<Record<ChangeTask, string>> = {
  approve: 'Your review',
  answer_review: 'You: changes were asked for',
  fix_checks: 'You: its checks failed',
  merge: 'You: it can be merged',
};

/** What a change waits for; what it waits for of the person who looks comes first. */
export function waitWords(
  item: Pick<ChangeRequest, 'viewer' | 'waitsFor'>,
): string | undefined {
  const { task } = item.viewer;
  return task ? TASKS[task] : item.waitsFor;
}
