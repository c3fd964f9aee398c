import { CallerCredentials, EntityResources } from '@slipway/platform-node';
import {
  ChangeBlocker,
  ChangeRequest,
  ChangeRequestDetail,
  ChangeRequestList,
} from '@slipway/plugin-infra-prs-common';
import { formOf, lifeOf, parametersOf } from '../life/Look';
import { LookReader } from '../life/LookReader';
import { withLife } from '../life/withLife';
import { LifeStore } from '../store/LifeStore';
import { Person } from './approvers';
import { Assessment } from './assessChange';
import { CallerReader } from './CallerReader';
import { ChangeQuery, ChangeService } from './ChangeService';
import { PullFacts } from './changeFacts';
import { toDetail } from './changeView';
import { ConversationSources } from './ConversationSources';
import { FactsReader } from './FactsReader';
import { HostRulesReader } from './HostRulesReader';
import { ListReader } from './ListReader';
import { SurroundingsReader } from './surroundings';
import { unresolvedOf } from './withConversation';
import { touchTest, TouchSurroundings, TouchTest } from './touchTest';

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

/** Somebody who asked for it must not approve it, so nobody does until it is known who asked. */
const UNRECORDED: ChangeBlocker = {
  code: 'unreadable',
  message: "The portal's own record of who asked for it cannot be read",
  who: 'Nobody: it is tried again every few seconds',
};

function involves({ viewer }: ChangeRequest): boolean {
  return viewer.isRequester || viewer.canApprove || viewer.task !== undefined;
}

/** {@link ChangeService} over the cached sources. */
export class DefaultChangeService implements ChangeService {
  readonly #lists: ListReader;
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #callers: CallerReader;
  readonly #entities: EntityResources;
  readonly #looks: LookReader;
  readonly #rules: HostRulesReader;
  readonly #threads: ConversationSources['threads'];
  readonly #store: Pick<LifeStore, 'findMany'>;
  readonly #touchSurroundings: TouchSurroundings;

  constructor(options: {
    lists: ListReader;
    facts: FactsReader;
    surroundings: SurroundingsReader;
    callers: CallerReader;
    entities: EntityResources;
    looks: LookReader;
    rules: HostRulesReader;
    threads: ConversationSources['threads'];
    lifeStore: Pick<LifeStore, 'findMany'>;
    touchSurroundings: Omit<TouchSurroundings, 'queuesOf'>;
  }) {
    this.#lists = options.lists;
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#callers = options.callers;
    this.#entities = options.entities;
    this.#looks = options.looks;
    this.#rules = options.rules;
    this.#threads = options.threads;
    this.#store = options.lifeStore;
    this.#touchSurroundings = {
      ...options.touchSurroundings,
      queuesOf: entity =>
        options.entities.ownQueues(entity).resources.map(({ name }) => name),
    };
  }

  async list(
    query: ChangeQuery,
    credentials: CallerCredentials,
  ): Promise<ChangeRequestList> {
    const touches = await this.#touchTest(query.entityRef, credentials);
    const person = await this.#callers.read(credentials);
    const listed = await this.#lists.read(query.state, person);
    const items = listed.changes
      .filter(touches)
      .map(change => change.item)
      .filter(item => query.involving !== 'me' || involves(item));
    const { source, truncated } = listed;
    return {
      items: await withLife(items, this.#store),
      source,
      truncated,
      mine: person.ownershipEntityRefs,
    };
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
    const around = (await this.#surroundings.readIfThere([facts]))(
      facts.pull.number,
    );
    const unresolved = this.#unresolved(facts.pull);
    const look = await this.#looks.complete(facts, around, mergeChecks);
    const detail = toDetail(facts, look.assessment, person, {
      apply: look.aftermath.apply,
      queue: await this.#queueEntry(facts.pull, look.assessment),
      life: lifeOf(look),
      parameters: parametersOf(facts.pull, around),
      form: formOf(facts.pull, around),
      unresolved: await unresolved,
      people: around.people,
      sources,
    });
    const [blocker] = around.isUnrecorded ? [UNRECORDED] : unreadable(missing);
    if (!blocker) return detail;
    // A list that was not read is no list that is too long.
    const others = detail.blockers.filter(
      ({ code }) => missing.length === 0 || code !== 'unreadable',
    );
    return {
      ...detail,
      blockers: [blocker, ...others],
      viewer: {
        ...detail.viewer,
        canApprove: false,
        whyNotApprove: blocker.message,
        canMerge: false,
        whyNotMerge: blocker.message,
      },
    };
  }

  async #unresolved({ state, number }: PullFacts) {
    if (state !== 'open') return undefined;
    return unresolvedOf((await this.#threads.get(number)).data);
  }

  async #queueEntry({ number, state }: PullFacts, { host }: Assessment) {
    const maybe = state === 'open' && host?.rules.mergeQueue;
    return maybe ? this.#rules.readQueueEntry(number) : undefined;
  }

  /** The entity is read as the caller, so that who may not see it is told so. */
  async #touchTest(
    entityRef: string | undefined,
    credentials: CallerCredentials,
  ): Promise<TouchTest> {
    if (!entityRef) return () => true;
    const entity = await this.#entities.getEntity(entityRef, credentials);
    return touchTest(entity, this.#touchSurroundings);
  }
}
