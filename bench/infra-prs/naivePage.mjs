import { Octokit } from 'octokit';

const REPO = { owner: 'acme', repo: 'infrastructure' };
const PAGE = 100;
/** Changes that are asked for in full; the rest is by proportion. */
const SAMPLE = 60;
const AT_A_TIME = 8;

/**
 * The list as pages of pull requests commonly read it: GitHub's list, then reviews and checks of each, for each page that
 * is open, with the person's own token and nothing shared with others.
 *
 * @returns calls and milliseconds of one look at all changes
 */
export async function measureNaivePage(portal, githubToken) {
  const state = await (await fetch(`${portal.control}/api/state`)).json();
  const octokit = new Octokit({
    auth: githubToken,
    baseUrl: `${state.urls.github}/api/v3`,
    throttle: { enabled: false },
  });
  let calls = 0;
  octokit.hook.before('request', () => {
    calls += 1;
  });
  const started = performance.now();
  const pulls = await octokit.paginate(octokit.rest.pulls.list, {
    ...REPO,
    state: 'all',
    per_page: PAGE,
  });
  const listed = { calls, ms: performance.now() - started };
  const left = pulls.slice(0, SAMPLE);
  const read = async ({ number, head }) => {
    await octokit.rest.pulls.listReviews({ ...REPO, pull_number: number });
    await octokit.rest.checks.listForRef({ ...REPO, ref: head.sha });
  };
  const work = async () => {
    for (let pull = left.pop(); pull; pull = left.pop()) await read(pull);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const times = pulls.length / SAMPLE;
  const sampled = {
    calls: calls - listed.calls,
    ms: performance.now() - started - listed.ms,
  };
  return {
    requests: pulls.length,
    'calls of a look': Math.round(listed.calls + sampled.calls * times),
    'look ms': Math.round(listed.ms + sampled.ms * times),
  };
}
