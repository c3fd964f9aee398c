import { RequestEvent } from '@slipway/plugin-infra-prs-common';

const PREFIX = 'break_glass';

/** Id of the event that says why the rules were broken for a head; `attempt` tells tries apart. */
export const glassId = (headSha: string, attempt: string) =>
  `${PREFIX}:${headSha}:${attempt}`;

/** Id of the event that says that such a try came to nothing. */
export const failedGlassId = (headSha: string, attempt: string) =>
  `${glassId(headSha, attempt)}:failed`;

/** What was noted when the glass was broken for a head, without the tries that came to nothing. Pure. */
export function brokenGlass(
  events: readonly RequestEvent[],
  headSha: string,
): RequestEvent[] {
  const ids = new Set(events.map(({ id }) => id));
  return events.filter(
    ({ id, outcome }) =>
      id.startsWith(`${PREFIX}:${headSha}:`) &&
      outcome !== 'failure' &&
      !ids.has(`${id}:failed`),
  );
}
