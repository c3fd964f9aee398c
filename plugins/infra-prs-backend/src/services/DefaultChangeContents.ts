import { NotFoundError } from '@backstage/errors';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangeFiles, ChangePlan } from '@slipway/plugin-infra-prs-common';
import { ChangeContents } from './ChangeContents';
import { ChangeSources } from './ChangeSources';
import { PullFacts } from './changeFacts';
import { FactsReader } from './FactsReader';
import { planOfChange } from './planOfChange';
import { requireData } from './sourceData';

/** {@link ChangeContents} over the cached sources. */
export class DefaultChangeContents implements ChangeContents {
  readonly #sources: Pick<ChangeSources, 'pull' | 'files'>;
  readonly #facts: FactsReader;
  readonly #environments: readonly SlipwayEnvironment[];

  constructor(options: {
    sources: Pick<ChangeSources, 'pull' | 'files'>;
    facts: FactsReader;
    environments: readonly SlipwayEnvironment[];
  }) {
    this.#sources = options.sources;
    this.#facts = options.facts;
    this.#environments = options.environments;
  }

  async plan(number: number, digest: string): Promise<ChangePlan> {
    const { facts } = await this.#facts.readCached(number);
    const { plan } = planOfChange(facts, this.#environments);
    if (plan?.digest !== digest) {
      throw new NotFoundError(
        `Change ${number} has another plan by now, or none yet`,
      );
    }
    return plan;
  }

  async files(number: number, headSha: string): Promise<ChangeFiles> {
    const pull = await this.#pullAt(number, headSha);
    const at = { number, headSha };
    const files = requireData(await this.#sources.files.get(at));
    return { headSha, files, total: pull.changedFiles ?? files.length };
  }

  async #pullAt(number: number, headSha: string): Promise<PullFacts> {
    const pull = requireData(await this.#sources.pull.get(number));
    if (pull.headSha !== headSha) {
      throw new NotFoundError(
        `Commit ${headSha.slice(0, 7)} is not the head of change ${number}`,
      );
    }
    return pull;
  }
}
