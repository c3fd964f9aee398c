import { SlipwayEnvironment } from '@slipway/platform-common';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { RequestStore } from '../store/RequestStore';
import { loginsOf, Surroundings } from './assessChange';
import { ChangeFacts } from './changeFacts';
import { HostRulesReader } from './HostRulesReader';
import { PeopleDirectory } from './PeopleDirectory';

/** What assessing a change takes beside its facts. */
export interface SurroundingsReader {
  read(
    facts: readonly ChangeFacts[],
  ): Promise<(number: number) => Surroundings>;
}

/** Reads records, users and environments for any number of changes at once. */
export function createSurroundingsReader(options: {
  store: RequestStore;
  people: PeopleDirectory;
  environments: readonly SlipwayEnvironment[];
  blockingSeverity?: RiskSeverity;
  rules: HostRulesReader;
}): SurroundingsReader {
  return {
    async read(facts) {
      const branches = [...new Set(facts.map(({ pull }) => pull.baseRef))];
      const [records, people, hosts] = await Promise.all([
        options.store.find(facts.map(({ pull }) => pull.number)),
        options.people.find(facts.flatMap(loginsOf)),
        Promise.all(branches.map(branch => options.rules.read(branch))),
      ]);
      const hostOf = new Map(
        facts.map(({ pull }) => [
          pull.number,
          hosts[branches.indexOf(pull.baseRef)],
        ]),
      );
      return number => {
        const own = records.filter(r => r.pullRequestNumber === number);
        return {
          recordedRequesters: own.map(record => record.requester),
          recordedEntity: own.at(0)?.metadata.entity,
          people,
          environments: options.environments,
          blockingSeverity: options.blockingSeverity,
          host: hostOf.get(number),
        };
      };
    },
  };
}
