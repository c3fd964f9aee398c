import { InfrastructureRepository } from '@slipway/platform-common';
import {
  ChangeFinding,
  cutText,
  RiskSeverity,
  safeText,
} from '@slipway/plugin-infra-prs-common';
import type { Octokit } from 'octokit';
import { z } from 'zod';
import { CodeAlerts, GithubAlerts } from './GithubAlerts';
import { mapGithubError, readGithubFailure } from './githubErrors';

const PAGE = 100;
const MAX_PAGES = 5;
const MAX_TEXT = 600;

/** Null where GitHub has nothing to say. */
const alertSchema = z.object({
  html_url: z.string(),
  rule: z.object({
    id: z.string().nullish(),
    severity: z.enum(['none', 'note', 'warning', 'error']).nullish(),
    security_severity_level: z
      .enum(['low', 'medium', 'high', 'critical'])
      .nullish(),
    description: z.string().nullish(),
  }),
  tool: z.object({ name: z.string().nullish() }),
  most_recent_instance: z.object({
    message: z.object({ text: z.string().nullish() }).nullish(),
    location: z
      .object({
        path: z.string().nullish(),
        start_line: z.number().nullish(),
      })
      .nullish(),
  }),
});
type Alert = z.infer<typeof alertSchema>;

const LEVELS: Readonly<
  Record<NonNullable<Alert['rule']['severity']>, RiskSeverity>
> = { error: 'high', warning: 'medium', note: 'low', none: 'low' };

/** {@link GithubAlerts} over https://docs.github.com/en/rest/code-scanning/code-scanning#list-code-scanning-alerts-for-a-repository */
export class OctokitGithubAlerts implements GithubAlerts {
  readonly #repo: { owner: string; repo: string };

  constructor(
    private readonly octokit: Octokit,
    repository: InfrastructureRepository,
  ) {
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async alertsOf(number: number, signal: AbortSignal): Promise<CodeAlerts> {
    try {
      const alerts: unknown[] = [];
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data } = await this.octokit.rest.codeScanning.listAlertsForRepo(
          {
            ...this.#repo,
            ref: `refs/pull/${number}/merge`,
            state: 'open',
            per_page: PAGE,
            page,
            request: { signal },
          },
        );
        alerts.push(...data);
        if (data.length < PAGE) break;
      }
      return { enabled: true, findings: alerts.flatMap(toFinding) };
    } catch (error) {
      const { status, rateLimit } = readGithubFailure(error);
      // Not turned on, not bought, no analysis yet, or not for this token: GitHub tells none from the other.
      if (!rateLimit && (status === 403 || status === 404)) {
        return { enabled: false, findings: [] };
      }
      throw mapGithubError(error);
    }
  }
}

function toFinding(json: unknown): ChangeFinding[] {
  const parsed = alertSchema.safeParse(json);
  if (!parsed.success) return [];
  const { rule, tool, html_url: url, most_recent_instance: at } = parsed.data;
  const { path, start_line: line } = at.location ?? {};
  const words = (text: string) => cutText(safeText(text), MAX_TEXT);
  const severity =
    rule.security_severity_level ?? LEVELS[rule.severity ?? 'warning'];
  return [
    {
      tool: words(tool.name ?? 'Code scanning'),
      rule: words(rule.id ?? 'unknown'),
      severity,
      message: words(at.message?.text ?? rule.description ?? 'No message'),
      ...(rule.description && { help: words(rule.description) }),
      ...(path && { path: words(path) }),
      ...(path && line && line > 0 && { line }),
      ...(/^https?:\/\//.test(url) && { url }),
    },
  ];
}
