import { SlipwayEnvironment, SourceResult } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import {
  ChangeFindings,
  joinSources,
  markNew,
} from '@slipway/plugin-infra-prs-common';
import { CodeAlerts, GithubAlerts } from '../../clients/GithubAlerts';
import { PullAtHead, PullFacts } from '../changeFacts';
import { FactsReader } from '../FactsReader';
import { planOfChange } from '../planOfChange';
import { FindingService } from './FindingService';
import { planFindings } from './planFindings';
import { AlertReader } from './withAlerts';

/** {@link FindingService}: what the plan's check carries, and GitHub's code scanning. */
export class DefaultFindingService implements FindingService, AlertReader {
  readonly #facts: FactsReader;
  readonly #environments: readonly SlipwayEnvironment[];
  readonly #alerts: Source<PullAtHead, CodeAlerts>;

  constructor(options: {
    readonly engine: FetchEngine;
    readonly github: { readonly alerts: GithubAlerts };
    readonly slug: string;
    readonly facts: FactsReader;
    readonly environments: readonly SlipwayEnvironment[];
  }) {
    this.#facts = options.facts;
    this.#environments = options.environments;
    this.#alerts = createAlerts(options);
  }

  async get(number: number): Promise<ChangeFindings> {
    const { facts } = await this.#facts.readCached(number);
    const { headSha } = facts.pull;
    const scanned = await this.read(facts.pull);
    const roots = planOfChange(facts, this.#environments).plan?.roots ?? [];
    const all = [
      ...roots.flatMap(planFindings).map(finding => ({
        ...finding,
        way: 'plan_check' as const,
      })),
      ...(scanned.data?.findings ?? []).map(finding => ({
        ...finding,
        way: 'code_scanning' as const,
      })),
    ];
    return {
      headSha,
      findings: joinSources(markNew(all, facts.files)),
      omitted: roots.reduce((sum, r) => sum + (r.omittedFindings ?? 0), 0),
      ...scanningOf(scanned),
    };
  }

  async read({
    number,
    headSha,
  }: PullFacts): Promise<SourceResult<CodeAlerts>> {
    return this.#alerts.get({ number, headSha });
  }

  last(pull: PullFacts): CodeAlerts | undefined {
    const { number, headSha } = pull;
    const known = this.#alerts.last({ number, headSha })?.data;
    // Whoever needs it is told when it fails.
    if (!known) this.read(pull).catch(() => {});
    return known;
  }
}

function scanningOf({
  data,
  message,
}: SourceResult<CodeAlerts>): Pick<ChangeFindings, 'codeScanning' | 'problem'> {
  if (data) return { codeScanning: data.enabled ? 'ok' : 'not_enabled' };
  return {
    codeScanning: 'unreadable',
    problem: message ?? 'GitHub could not be asked',
  };
}

function createAlerts({
  engine,
  github,
  slug,
}: {
  readonly engine: FetchEngine;
  readonly github: { readonly alerts: GithubAlerts };
  readonly slug: string;
}): Source<PullAtHead, CodeAlerts> {
  const key = ({ number, headSha }: PullAtHead) => `${number}@${headSha}`;
  return engine.createSource({
    upstream: 'github',
    operation: 'ListAlerts',
    // To be told that it is turned off is no answer that GitHub gives for free.
    ttl: ({ enabled }) => (enabled ? { minutes: 1 } : { minutes: 10 }),
    staleFor: { hours: 1 },
    deadline: { seconds: 10 },
    keepFresh: false,
    key,
    target: () => slug,
    describe: ({ number }) => ({
      upstream: 'github',
      target: `code scanning of change ${number}`,
    }),
    load: async (keys, { signal }) =>
      new Map(
        await Promise.all(
          keys.map(
            async at =>
              [
                key(at),
                await github.alerts.alertsOf(at.number, signal),
              ] as const,
          ),
        ),
      ),
  });
}
