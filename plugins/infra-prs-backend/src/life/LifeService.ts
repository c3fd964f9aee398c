import { RequestTimeline } from '@slipway/plugin-infra-prs-common';
import { FactsReader } from '../services/FactsReader';
import { SurroundingsReader } from '../services/surroundings';
import { LifeStore } from '../store/LifeStore';
import { eventsOf, identityOf } from './Look';
import { HappeningReader } from './HappeningReader';
import { LookReader } from './LookReader';
import { joinEvents } from './timelineOf';

const UNKNOWN_HERE =
  "The portal's database cannot be read; what only the portal knows may be missing, such as the reasons of decisions";

/** Tells how requests came to be where they are. */
export interface LifeService {
  /** @throws NotFoundError, ServiceUnavailableError */
  timeline(number: number): Promise<RequestTimeline>;
}

/** {@link LifeService} from the Git host, and from the store what the Git host cannot tell or has forgotten. */
export class DefaultLifeService implements LifeService {
  readonly #facts: FactsReader;
  readonly #surroundings: SurroundingsReader;
  readonly #looks: LookReader;
  readonly #store: LifeStore;
  readonly #happenings: HappeningReader;

  constructor(options: {
    facts: FactsReader;
    surroundings: SurroundingsReader;
    looks: LookReader;
    store: LifeStore;
    happenings: HappeningReader;
  }) {
    this.#facts = options.facts;
    this.#surroundings = options.surroundings;
    this.#looks = options.looks;
    this.#store = options.store;
    this.#happenings = options.happenings;
  }

  async timeline(number: number): Promise<RequestTimeline> {
    const { facts, mergeChecks } = await this.#facts.readCached(number);
    const around = (await this.#surroundings.readIfThere([facts]))(number);
    const [look, { happenings, gap }] = await Promise.all([
      this.#looks.complete(facts, around, mergeChecks),
      this.#happenings.read(facts.pull),
    ]);
    const known = await this.#store.events(number).catch(() => undefined);
    return {
      id: identityOf(facts.pull, around).id,
      number,
      title: facts.pull.title,
      events: joinEvents(known ?? [], eventsOf({ ...look, happenings })),
      gaps: [gap ?? [], known ? [] : UNKNOWN_HERE].flat(),
    };
  }
}
