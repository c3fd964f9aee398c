import {
  ChangeApply,
  ChangeFollow,
  LinkedChange,
} from '@slipway/plugin-infra-prs-common';
import { PullFacts } from '../services/changeFacts';

/** Why an apply cannot be asked for again, in words; undefined when it can. Pure. */
export function whyNotRetry(
  apply: ChangeApply | undefined,
): string | undefined {
  switch (apply?.state) {
    case undefined:
      return 'It is not merged, so nothing was applied';
    case 'none':
      return 'There was nothing to apply';
    case 'waiting':
      return 'It has not been applied yet';
    case 'running':
      return 'It is being applied';
    case 'succeeded':
      return 'Its apply went well';
    default:
      return undefined;
  }
}

/** Why a change cannot be taken back by the press of a button, in words; undefined when it can. Pure. */
export function whyNotRevert(
  pull: PullFacts,
  revertedBy: Pick<LinkedChange, 'number'> | undefined,
): string | undefined {
  if (!pull.mergedAt) {
    return 'Only what is merged can be reverted; close it instead';
  }
  return revertedBy && `Change ${revertedBy.number} takes it back already`;
}

/** What anybody who may act can do about a change by now. Pure. */
export function followViewer(
  pull: PullFacts,
  apply: ChangeApply | undefined,
  revertedBy: LinkedChange | undefined,
): ChangeFollow['viewer'] {
  const retry = whyNotRetry(apply);
  const revert = whyNotRevert(pull, revertedBy);
  return {
    canRetry: retry === undefined,
    whyNotRetry: retry,
    canRevert: revert === undefined,
    whyNotRevert: revert,
  };
}
