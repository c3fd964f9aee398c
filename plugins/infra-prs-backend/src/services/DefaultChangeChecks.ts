import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  APPLY_CHECK_NAME,
  ChangeChecks,
  CheckAnnotation,
  DetailedCheck,
} from '@slipway/plugin-infra-prs-common';
import { GithubRerunnerFactory } from '../clients/GithubCheckDetails';
import { hasPassed } from './reportedChecks';
import { ChangeChecksService } from './ChangeChecksService';
import { CheckFacts } from './changeFacts';
import { Actor, DecisionOutcome } from './ChangeService';
import { ChangeSources } from './ChangeSources';
import { CheckSources } from './CheckSources';
import { deadline, DecisionRunner } from './deciding/DecisionRunner';
import { latestChecks } from './planState';
import { requireData } from './sourceData';
import { statusAsCheck, toDetailedCheck } from './toDetailedCheck';

/** Annotations are read of no more checks: who has many failed ones looks at the logs. */
const ANNOTATED = 10;

/** Names of the checks that a branch asks for; undefined when that is not known. */
export type RequiredChecks = (
  branch: string,
) => Promise<readonly string[] | undefined>;

/** {@link ChangeChecksService} over the cached sources. */
export class DefaultChangeChecks implements ChangeChecksService {
  readonly #sources: Pick<ChangeSources, 'pull' | 'checks'>;
  readonly #details: CheckSources;
  readonly #required: RequiredChecks;
  readonly #rerunnerFor: GithubRerunnerFactory;
  readonly #runner: DecisionRunner;

  constructor(options: {
    sources: Pick<ChangeSources, 'pull' | 'checks'>;
    details: CheckSources;
    required: RequiredChecks;
    rerunnerFor: GithubRerunnerFactory;
    runner: DecisionRunner;
  }) {
    this.#sources = options.sources;
    this.#details = options.details;
    this.#required = options.required;
    this.#rerunnerFor = options.rerunnerFor;
    this.#runner = options.runner;
  }

  async read(number: number, headSha: string): Promise<ChangeChecks> {
    const pull = requireData(await this.#sources.pull.get(number));
    if (pull.headSha !== headSha) {
      throw new NotFoundError(
        `Commit ${headSha.slice(0, 7)} is not the head of change ${number}`,
      );
    }
    const [runs, statuses, required] = await Promise.all([
      this.#sources.checks.get(headSha).then(requireData),
      this.#details.statuses.get(headSha),
      this.#required(pull.baseRef),
    ]);
    const isRequired = (name: string) => required?.includes(name);
    const checks = await this.#withAnnotations(latestChecks(runs), isRequired);
    const old = (statuses.data ?? []).map(status =>
      statusAsCheck(status, isRequired(status.name)),
    );
    return { headSha, checks: [...checks, ...old] };
  }

  async rerun(
    number: number,
    checkId: number,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async ({ facts }) => {
      const check = latestChecks(facts.checks).find(({ id }) => id === checkId);
      if (!check) {
        throw new NotFoundError(
          `Change ${number} has no check ${checkId}, or a newer one in its place`,
        );
      }
      if (check.name === APPLY_CHECK_NAME) {
        throw new NotAllowedError(
          'To apply again is a decision of its own: retry the apply',
        );
      }
      if (check.status !== 'completed') {
        throw new ConflictError(`${check.name} is still running`);
      }
      if (hasPassed(check)) {
        throw new ConflictError(`${check.name} has passed`);
      }
      await this.#rerunnerFor(actor.githubToken).rerun(check, deadline());
      this.#sources.checks.invalidate(facts.pull.headSha);
      return { number, before: 'failed', after: 'asked for again' };
    });
  }

  async #withAnnotations(
    checks: readonly CheckFacts[],
    isRequired: (name: string) => boolean | undefined,
  ): Promise<DetailedCheck[]> {
    const failed = checks
      .filter(check => check.status === 'completed' && !hasPassed(check))
      .slice(0, ANNOTATED);
    const results = await this.#details.annotations.getMany(failed);
    return checks.map(check => {
      const result = results[failed.indexOf(check)];
      const annotations: readonly CheckAnnotation[] = result?.data ?? [];
      return toDetailedCheck(check, {
        required: isRequired(check.name),
        annotations,
        ...(result && !result.data && { problem: result.message }),
      });
    });
  }
}
