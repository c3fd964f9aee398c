import { SourceResult } from '@slipway/platform-common';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { CodeAlerts } from '../../clients/GithubAlerts';
import { ChangeFacts, PullFacts } from '../changeFacts';
import { SurroundingsReader } from '../surroundings';
import { AlertKnowledge } from './alertBlockers';

/** Reads what code scanning has of one change. */
export interface AlertReader {
  read(pull: PullFacts): Promise<SourceResult<CodeAlerts>>;
  /** What is known already; what is not is read meanwhile. */
  last(pull: PullFacts): CodeAlerts | undefined;
}

/**
 * Lets alerts of code scanning count when one change is judged. Decisions wait for it. Pages show what is known, and have it
 * with their next look; lists do without.
 */
export function withAlerts(
  reader: SurroundingsReader,
  alerts: AlertReader,
  least: RiskSeverity | undefined,
): SurroundingsReader {
  if (!least) return reader;
  const add = async (
    facts: readonly ChangeFacts[],
    read: SurroundingsReader['read'],
    know: (pull: PullFacts) => Promise<AlertKnowledge | undefined>,
  ): ReturnType<SurroundingsReader['read']> => {
    const [only, ...others] = facts;
    const judged = only?.pull.state === 'open' && others.length === 0;
    const known = judged ? know(only.pull) : undefined;
    const around = await read(facts);
    const found = await known;
    return number => ({ ...around(number), alerts: found });
  };
  return {
    read: facts =>
      add(
        facts,
        each => reader.read(each),
        async pull => {
          const { data, message } = await alerts.read(pull);
          return data
            ? { alerts: data.findings, least }
            : { problem: message ?? 'GitHub could not be read' };
        },
      ),
    readIfThere: facts =>
      add(
        facts,
        each => reader.readIfThere(each),
        async pull => {
          const last = alerts.last(pull);
          return last && { alerts: last.findings, least };
        },
      ),
  };
}
