import { SlipwayEnvironment } from '@slipway/platform-common';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';
import { KeptRecord, RequestStore } from '../store/RequestStore';
import { loginsOf, Surroundings } from './assessChange';
import { ChangeFacts } from './changeFacts';
import { HostRulesReader } from './HostRulesReader';
import { PeopleDirectory } from './PeopleDirectory';

/** What assessing a change takes beside its facts. */
export interface SurroundingsReader {
  /** For decisions, which need to know everybody who asked. @throws when the database is gone. */
  read(
    facts: readonly ChangeFacts[],
  ): Promise<(number: number) => Surroundings>;
  /** For pages, which the Git host alone can fill. */
  readIfThere(
    facts: readonly ChangeFacts[],
  ): Promise<(number: number) => Surroundings>;
}

function byPullRequest(records: readonly KeptRecord[]) {
  const byNumber = new Map<number, KeptRecord[]>();
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
  people: Pick<PeopleDirectory, 'find'>;
  environments: readonly SlipwayEnvironment[];
  blockingSeverity?: RiskSeverity;
  breakGlass?: readonly string[];
  rules: Pick<HostRulesReader, 'read'>;
}): SurroundingsReader {
  const read = async (
    facts: readonly ChangeFacts[],
    find: RequestStore['find'],
    extra: Pick<Surroundings, 'isUnrecorded'> = {},
  ) => {
    const branches = [...new Set(facts.map(({ pull }) => pull.baseRef))];
    const [records, people, hosts] = await Promise.all([
      find(facts.map(({ pull }) => pull.number)),
      options.people.find(facts.flatMap(loginsOf)),
      Promise.all(branches.map(branch => options.rules.read(branch))),
    ]);
    const hostOf = new Map(
      facts.map(({ pull }) => [
        pull.number,
        hosts[branches.indexOf(pull.baseRef)],
      ]),
    );
    const byNumber = byPullRequest(records);
    return (number: number): Surroundings => {
      const own = byNumber.get(number) ?? [];
      return {
        ...extra,
        recordedRequesters: own.map(record => record.requester),
        recordedEntity: own.at(0)?.metadata.entity,
        record: own.at(0),
        people,
        environments: options.environments,
        blockingSeverity: options.blockingSeverity,
        host: hostOf.get(number),
        breakGlass: options.breakGlass,
      };
    };
  };
  const find: RequestStore['find'] = numbers => options.store.find(numbers);
  return {
    read: facts => read(facts, find),
    readIfThere: facts =>
      read(facts, find).catch(() =>
        read(facts, async () => [], { isUnrecorded: true }),
      ),
  };
}
