import { z } from 'zod';
import { TouchedFacts } from '../services/FactsReader';

/** What an event says to look at again. Nothing else of it is used: what there is, GitHub is asked. */
export interface Touched extends TouchedFacts {
  /** Branch that was pushed to. */
  readonly branch?: string;
}

/** Whose event it is. */
export interface EventRepository {
  readonly host: string;
  /** `owner/repo` */
  readonly name: string;
}

const number = z.int().positive();
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const pulls = z.array(z.object({ number })).catch([]);
const checked = z.object({ head_sha: sha, pull_requests: pulls });

const ofPull = z
  .object({ pull_request: z.object({ number }) })
  .transform(event => ({ numbers: [event.pull_request.number], shas: [] }));
const ofChecks = (key: 'check_run' | 'check_suite') =>
  z.looseObject({ [key]: checked }).transform(event => ({
    numbers: event[key].pull_requests.map(pull => pull.number),
    shas: [event[key].head_sha],
    sparesLists: true,
  }));

const readers: Readonly<Record<string, z.ZodType<Touched>>> = {
  pull_request: ofPull,
  pull_request_review: ofPull,
  pull_request_review_comment: ofPull,
  pull_request_review_thread: ofPull,
  issue_comment: z
    .object({ issue: z.object({ number, pull_request: z.object({}) }) })
    .transform(({ issue }) => ({ numbers: [issue.number], shas: [] })),
  check_run: ofChecks('check_run'),
  check_suite: ofChecks('check_suite'),
  status: z.object({ sha }).transform(event => ({
    numbers: [],
    shas: [event.sha],
    sparesLists: true,
  })),
  push: z
    .object({ ref: z.string().regex(/^refs\/heads\//) })
    .transform(({ ref }) => ({
      numbers: [],
      shas: [],
      branch: ref.slice('refs/heads/'.length),
    })),
};

/** The kinds of events that are of use; a webhook that sends more does no harm. */
export const GITHUB_EVENTS = Object.keys(readers);

const repositorySchema = z.object({
  repository: z.object({
    full_name: z.string(),
    html_url: z.url({ protocol: /^https?$/ }),
  }),
});

/** Whose event it is; undefined when it says so of none. */
export function repositoryOf(payload: unknown): EventRepository | undefined {
  const parsed = repositorySchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const { full_name: name, html_url: url } = parsed.data.repository;
  return { host: new URL(url).host, name };
}

/**
 * What an event of GitHub touches; undefined for kinds that nobody asked for and payloads of no known form.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function readGithubEvent(
  name: string,
  payload: unknown,
): Touched | undefined {
  if (!Object.hasOwn(readers, name)) return undefined;
  return readers[name].safeParse(payload).data;
}
