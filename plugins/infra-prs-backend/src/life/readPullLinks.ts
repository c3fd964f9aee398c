/** What the golden paths write into the bodies of pull requests that belong together. */
const LINK =
  /^Part of the same request: https?:\/\/([\w.:-]+)\/([\w.-]+)\/([\w.-]+)\/pull\/(\d{1,9})[ \t\r]*$/gm;

/** The pull requests that a body says to be of the same request. */
export function readPullLinks(
  body: string,
): Array<{ repository: string; number: number }> {
  return [...body.matchAll(LINK)].map(([, host, owner, repo, number]) => ({
    repository: `${host}/${owner}/${repo}`,
    number: Number(number),
  }));
}
