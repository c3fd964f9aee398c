import { ChangeChecks } from '@slipway/plugin-infra-prs-common';
import { Actor, DecisionOutcome } from './ChangeService';

/** Reads the checks of a change with all that they say, and asks for one again. */
export interface ChangeChecksService {
  /** @throws NotFoundError when this is not the head of the change, or no longer. */
  read(number: number, headSha: string): Promise<ChangeChecks>;
  /** @throws NotFoundError, ConflictError when it has passed or is still running. */
  rerun(
    number: number,
    checkId: number,
    actor: Actor,
  ): Promise<DecisionOutcome>;
}
