import { belongsToService } from '@slipway/platform-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CallerCredentials, EntityResources } from '@slipway/platform-node';
import {
  ChangeBlocker,
  ChangeRequest,
  ChangeRequestDetail,
  ChangeRequestList,
} from '@slipway/plugin-infra-prs-common';
import { Person } from './approvers';
import { assessChange } from './assessChange';
import { CallerReader } from './CallerReader';
import { ChangeQuery, ChangeService } from './ChangeService';
import { applyOf } from './applyOf';
import { toDetail } from './changeView';
import { FactsReader } from './FactsReader';
import { HostRulesReader } from './HostRulesReader';
import { ListedChange, ListReader } from './ListReader';
import { SurroundingsReader } from './surroundings';

function unreadable(missing: readonly string[]): ChangeBlocker[] {
  if (missing.length === 0) return [];
  return [
    {
      code: 'unreadable',
      message: `GitHub could not be asked for its ${missing.join(', ')}`,
      who: 'Nobody: it is tried again every few seconds',
    },
  ];
}

function touches(change: ListedChange, entityRef: string): boolean {
  if (change.item.entityRef === entityRef) return true;
  const { kind, name } = parseEntityRef(entityRef);
  return (
    kind === 'component' &&
    change.facts.files.some(
      ({ path, previousPath }) =>
        belongsToService(path, name) ||
        (previousPath !== undefined && belongsToService(previousPath, name)),
    )
  );
}

function involves({ viewer }: ChangeRequest): boolean {
  return viewer.isRequester || viewer.canApprove;
}

/** {@link ChangeService} over the cached sources. */
export class DefaultChangeService implements ChangeService {
  readonly #lists: ListReader;
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #callers: CallerReader;
  readonly #rules: HostRulesReader;
  readonly #entities: EntityResources;

  constructor(options: {
    lists: ListReader;
    facts: FactsReader;
    surroundings: SurroundingsReader;
    callers: CallerReader;
    rules: HostRulesReader;
    entities: EntityResources;
  }) {
    this.#lists = options.lists;
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#callers = options.callers;
    this.#rules = options.rules;
    this.#entities = options.entities;
  }

  async list(
    query: ChangeQuery,
    credentials: CallerCredentials,
  ): Promise<ChangeRequestList> {
    const entityRef = await this.#readableRef(query.entityRef, credentials);
    const person = await this.#callers.read(credentials);
    const listed = await this.#lists.read(query.state, person);
    const items = listed.changes
      .filter(change => !entityRef || touches(change, entityRef))
      .map(change => change.item)
      .filter(item => query.involving !== 'me' || involves(item));
    return { items, source: listed.source, truncated: listed.truncated };
  }

  async get(
    number: number,
    credentials: CallerCredentials,
  ): Promise<ChangeRequestDetail> {
    const [person, read] = await Promise.all([
      this.#callers.read(credentials),
      this.#facts.readCached(number),
    ]);
    return this.#toDetail(read, person);
  }

  async #toDetail(
    read: Awaited<ReturnType<FactsReader['readCached']>>,
    person: Person,
  ): Promise<ChangeRequestDetail> {
    const { facts, mergeChecks, sources, missing } = read;
    const around = await this.#surroundings.read([facts]);
    const assessment = assessChange(facts, around(facts.pull.number));
    const { pull } = facts;
    const queued = pull.state === 'open' && assessment.host?.rules.mergeQueue;
    const extra = {
      apply: applyOf(pull, mergeChecks),
      queue: queued ? await this.#rules.readQueueEntry(pull.number) : undefined,
      sources,
    };
    const detail = toDetail(facts, assessment, person, extra);
    const [blocker] = unreadable(missing);
    if (!blocker) return detail;
    return {
      ...detail,
      blockers: [blocker, ...detail.blockers],
      viewer: {
        ...detail.viewer,
        canApprove: false,
        whyNotApprove: blocker.message,
        canMerge: false,
        whyNotMerge: blocker.message,
      },
    };
  }

  /** The ref in its full form, once it is known that the caller may see the entity. */
  async #readableRef(
    entityRef: string | undefined,
    credentials: CallerCredentials,
  ): Promise<string | undefined> {
    if (!entityRef) return undefined;
    return stringifyEntityRef(
      await this.#entities.getEntity(entityRef, credentials),
    );
  }
}
