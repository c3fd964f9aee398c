import {
  ChangeDecision,
  infraPrsApprovePermission,
  infraPrsBreakGlassPermission,
  infraPrsClosePermission,
  infraPrsCommentPermission,
  infraPrsMergePermission,
  infraPrsRequestChangesPermission,
} from '@slipway/plugin-infra-prs-common';
import { useWhyDenied } from '../../../hooks/useWhyDenied';

type Verb = ChangeDecision['verb'] | 'approve' | 'merge';

/** For each decision why the person may not make it; undefined where they may. */
export type DecisionRights = Readonly<Record<Verb, string | undefined>>;

/** What Backstage's permissions let the person do; nothing while that is not known. */
export function useDecisionRights(): DecisionRights {
  const close = useWhyDenied(infraPrsClosePermission);
  const merge = useWhyDenied(infraPrsMergePermission);
  return {
    approve: useWhyDenied(infraPrsApprovePermission),
    merge,
    'auto-merge': merge,
    'request-changes': useWhyDenied(infraPrsRequestChangesPermission),
    comment: useWhyDenied(infraPrsCommentPermission),
    close,
    reopen: close,
    draft: close,
    'break-glass': useWhyDenied(infraPrsBreakGlassPermission),
  };
}
