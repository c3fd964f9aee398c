import { isDeepStrictEqual } from 'node:util';
import { ServiceUnavailableError } from '@backstage/errors';
import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { AutoMergeGuard } from '../services/AutoMergeGuard';
import { FactsReader } from '../services/FactsReader';
import { SurroundingsReader } from '../services/surroundings';
import { KeptRequest, LifeStore, StoredRequest } from '../store/LifeStore';
import { alarmsOf } from '../watch/alarmsOf';
import { noticesOf } from '../watch/noticesOf';
import { eventsOf, requestOf } from './Look';
import { HappeningReader } from './HappeningReader';
import { LookReader } from './LookReader';

/** What a look found to be new. */
export interface Turn {
  /** Undefined the first time that it is looked at. */
  readonly before: KeptRequest | undefined;
  readonly after: StoredRequest;
  /** Events that were not known before. */
  readonly events: readonly RequestEvent[];
}

/** Replicas that look at one change at once take turns; more rounds than this means something is wrong. */
const ROUNDS = 5;
/** Of what was found out later than this, when it had never been looked at, nobody is told. */
const NEWS_MS = 15 * 60_000;

function isOldNews(before: KeptRequest | undefined, after: StoredRequest) {
  const changed = Date.parse(after.changedAt);
  return before === undefined && Date.now() - changed > NEWS_MS;
}

const asStored = (event: RequestEvent): unknown =>
  JSON.parse(JSON.stringify(event));

/** What is not known yet, or not like this. */
function changedEvents(
  known: readonly RequestEvent[],
  anew: readonly RequestEvent[],
): RequestEvent[] {
  const byId = new Map(known.map(event => [event.id, asStored(event)]));
  return anew.filter(
    event => !isDeepStrictEqual(byId.get(event.id), asStored(event)),
  );
}

/**
 * Looks at a change and keeps where its request stands. It does not matter why somebody says to look, how often, in which
 * order or in how many replicas at once: what is kept is what the Git host said last.
 */
export class RequestReconciler {
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #looks: LookReader;
  readonly #store: LifeStore;
  readonly #guard: Pick<AutoMergeGuard, 'look'>;
  readonly #happenings: HappeningReader;

  constructor(options: {
    facts: FactsReader;
    surroundings: SurroundingsReader;
    looks: LookReader;
    store: LifeStore;
    guard: Pick<AutoMergeGuard, 'look'>;
    happenings: HappeningReader;
  }) {
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#looks = options.looks;
    this.#store = options.store;
    this.#guard = options.guard;
    this.#happenings = options.happenings;
  }

  /** @throws UpstreamError, or the database's error; then nothing was kept, and a later look makes up for it. */
  async look(number: number): Promise<Turn> {
    for (let round = 0; round < ROUNDS; round += 1) {
      // Read before the facts: who writes in between has newer ones, perhaps, and makes this write fail.
      const before = await this.#store.find(number);
      const { look, facts } = await this.#read(number);
      const known = await this.#store.events(number);
      const alarms = alarmsOf({ ...look, facts }, known);
      const anew = [...eventsOf(look), ...alarms.events];
      const events = changedEvents(known, anew);
      const after = requestOf(look);
      const { pulls } = look;
      const notices = [...noticesOf(after, look), ...alarms.notices];
      const kept = { previous: before, request: after, pulls, events, notices };
      const isOld = isOldNews(before, after);
      if (await this.#store.save({ ...kept, isOldNews: isOld })) {
        const ids = new Set(known.map(({ id }) => id));
        return { before, after, events: events.filter(e => !ids.has(e.id)) };
      }
    }
    throw new ServiceUnavailableError(
      `Change ${number} was looked at by others ${ROUNDS} times meanwhile`,
    );
  }

  async #read(number: number) {
    const facts = await this.#facts.readFresh(number);
    const mergeChecks = await this.#facts.readFreshMergeChecks(facts.pull);
    const around = await this.#surroundings.read([facts]);
    const look = await this.#looks.complete(facts, around(number), mergeChecks);
    await this.#guard.look(facts, look.assessment);
    const { happenings } = await this.#happenings.read(facts.pull);
    return { look: { ...look, happenings }, facts };
  }
}
