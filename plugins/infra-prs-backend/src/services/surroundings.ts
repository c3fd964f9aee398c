import { SlipwayEnvironment } from '@slipway/platform-common';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { RequestRecord, RequestStore } from '../store/RequestStore';
import { loginsOf, Surroundings } from './assessChange';
import { ChangeFacts } from './changeFacts';
import { PeopleDirectory } from './PeopleDirectory';

/** What assessing a change takes beside its facts. */
export interface SurroundingsReader {
  read(
    facts: readonly ChangeFacts[],
  ): Promise<(number: number) => Surroundings>;
}

function byPullRequest(records: readonly RequestRecord[]) {
  const byNumber = new Map<number, RequestRecord[]>();
  for (const record of records) {
    const own = byNumber.get(record.pullRequestNumber);
    if (own) own.push(record);
    else byNumber.set(record.pullRequestNumber, [record]);
  }
  return byNumber;
}

/** Reads records, users and environments for any number of changes at once. */
export function createSurroundingsReader(options: {
  store: RequestStore;
  people: PeopleDirectory;
  environments: readonly SlipwayEnvironment[];
  blockingSeverity?: RiskSeverity;
}): SurroundingsReader {
  return {
    async read(facts) {
      const [records, people] = await Promise.all([
        options.store.find(facts.map(({ pull }) => pull.number)),
        options.people.find(facts.flatMap(loginsOf)),
      ]);
      const byNumber = byPullRequest(records);
      return number => {
        const own = byNumber.get(number) ?? [];
        return {
          recordedRequesters: own.map(record => record.requester),
          recordedEntity: own.at(0)?.metadata.entity,
          people,
          environments: options.environments,
          blockingSeverity: options.blockingSeverity,
        };
      };
    },
  };
}
