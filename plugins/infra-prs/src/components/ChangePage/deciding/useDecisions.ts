import { useState } from 'react';
import {
  ChangeDecision,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { useDraft } from '../conversation/useDraft';
import {
  useApprove,
  useMerge,
  useOtherDecision,
} from '../../../hooks/useDecision';

const DONE: Readonly<Record<ChangeDecision['verb'], string>> = {
  'request-changes': 'You asked for changes, on GitHub.',
  comment: 'Your comment is on GitHub.',
  close: 'It is closed.',
  reopen: 'It is open again.',
  draft: 'GitHub knows.',
  'auto-merge': 'GitHub knows.',
  'break-glass': 'It is merged past the rules, and the approvers are told.',
};

/** The decisions of the signed-in person about one change, one at a time. What they typed stays until it was taken. */
export function useDecisions(change: ChangeRequestDetail) {
  const [comment, setComment] = useDraft(`${change.number}.decision`);
  const [done, setDone] = useState<string>();
  const approve = useApprove(change);
  const merge = useMerge(change);
  const other = useOtherDecision(change.number);
  const all = [approve, merge, other];
  const begin = () => {
    setDone(undefined);
    all.forEach(mutation => mutation.reset());
  };
  const text = comment.trim();
  return {
    comment,
    setComment,
    text,
    done,
    busy: all.some(mutation => mutation.isPending),
    approving: approve.isPending,
    merging: merge.isPending,
    error: all.find(mutation => mutation.error)?.error ?? undefined,
    approve() {
      begin();
      approve.mutate(text ? { comment: text } : {}, {
        onSuccess: () => {
          setComment('');
          setDone('Approved as you, on GitHub.');
        },
      });
    },
    merge() {
      begin();
      merge.mutate();
    },
    decide(decision: ChangeDecision, then?: () => void) {
      begin();
      other.mutate(decision, {
        onSuccess: () => {
          if (['comment', 'request-changes'].includes(decision.verb)) {
            setComment('');
          }
          setDone(DONE[decision.verb]);
          then?.();
        },
      });
    },
  };
}

/** @see useDecisions */
export type Decisions = ReturnType<typeof useDecisions>;
