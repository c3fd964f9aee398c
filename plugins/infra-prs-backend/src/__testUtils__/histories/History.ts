import { KeptRequest } from '../../store/LifeStore';
import { brokenGlass } from '../../life/breakingGlass';
import { Dice } from './Dice';
import { forwardOnly } from './forwardOnly';
import { Gates } from './Gates';
import { HistoryDatabase, HistoryStores } from './HistoryDatabase';
import { Delivery, digestOf, ModelGithub } from './ModelGithub';
import { headOf, ModelPull } from './ModelPull';
import { World } from './ModelRules';
import { PEOPLE } from './people';
import { Replica } from './Replica';
import { Told } from './Told';

/** What somebody once saw on a page, and may act upon later. */
export interface Seen {
  readonly headSha: string;
  readonly planDigest: string;
}

const digestOfNothing = `sha256:${'0'.repeat(64)}`;
const DAY_MS = 24 * 60 * 60_000;
const WORLDS: readonly World[] = ['free', 'free', 'autoMerge', 'queue'];
/** Of the histories, in which the database may be lost; in the others bodies are edited, which only it sees through. */
const LOSES = 0.3;

/** One world in which things happen in some order: GitHub, two processes of the portal, the database, and people. */
export class History {
  readonly github: ModelGithub;
  readonly violations: string[] = [];
  readonly log: string[] = [];
  readonly counts = { approved: 0, merged: 0, refused: 0, itself: 0, glass: 0 };
  readonly dice: Dice;
  readonly losesDatabase: boolean;
  /** How often that was. */
  losses = 0;
  readonly told: Told;
  /** Reasons that people gave, and were told to be kept. */
  readonly reasons = new Map<number, string[]>();
  readonly #gates = new Gates();
  readonly #stores: HistoryStores;
  /** The same, whatever happens to the database. */
  readonly #truth: HistoryStores;
  readonly #seen = new Map<number, Seen[]>();
  /** When the last look that came to its end began. */
  readonly #looked = new Map<number, number>();
  readonly #database: HistoryDatabase;
  readonly #repository: string;
  #replicas: Replica[] = [];
  #isDatabaseGone = false;
  #polledAt = 0;
  #undelivered: Delivery[] = [];
  #taken = 0;

  static async start(
    database: HistoryDatabase,
    name: string,
    seed: number,
  ): Promise<History> {
    const history = new History(database, name, seed);
    history.#replicas = [await history.#start(), await history.#start()];
    return history;
  }

  private constructor(database: HistoryDatabase, name: string, seed: number) {
    this.#database = database;
    this.#repository = `host/acme/${name}`;
    this.dice = new Dice(seed);
    this.github = new ModelGithub(this.dice.pick(WORLDS));
    this.losesDatabase = this.dice.is(LOSES);
    this.told = new Told(this.violated);
    const stores = database.stores(
      this.#repository,
      this.#gates,
      () => this.#isDatabaseGone,
    );
    this.#truth = database.stores(this.#repository, this.#gates, () => false);
    const lifeStore = forwardOnly(stores.lifeStore, this.violated);
    const noticeStore = this.told.watch(stores.noticeStore);
    this.#stores = { ...stores, lifeStore, noticeStore };
    this.log.push(`${this.github.world} world`);
  }

  readonly violated = (what: string): void => {
    this.violations.push(what);
  };

  get replica(): Replica {
    return this.dice.pick(this.#replicas);
  }

  get pulls(): ModelPull[] {
    return [...this.github.pulls.values()];
  }

  /** Something that goes on while other things happen. What the portal refuses is no violation. */
  begin(what: string, work: () => Promise<unknown>, done?: () => void): void {
    this.log.push(what);
    work().then(done, error => {
      this.counts.refused += 1;
      this.log.push(`  ${what}: ${String(error).slice(0, 160)}`);
    });
  }

  /** What a page of the portal would show now; people act on it, or on what they saw before. */
  look(pull: ModelPull): Seen {
    const own = this.github.checks.get(headOf(pull)) ?? [];
    const text = own.filter(({ name }) => name === 'slipway/plan').at(-1)?.text;
    const planDigest = text ? digestOf(text) : digestOfNothing;
    const seen = this.#seen.get(pull.number) ?? [];
    seen.push({ headSha: headOf(pull), planDigest });
    this.#seen.set(pull.number, seen);
    return this.dice.is(0.8) ? seen[seen.length - 1] : this.dice.pick(seen);
  }

  /** Hands on one of GitHub's events, in any order, perhaps twice, perhaps never. */
  deliver(): void {
    this.#undelivered.push(...this.github.deliveries.slice(this.#taken));
    this.#taken = this.github.deliveries.length;
    if (this.#undelivered.length === 0) return;
    const at = this.dice.below(this.#undelivered.length);
    const delivery = this.#undelivered[at];
    const isRepeated = this.dice.is(0.2);
    if (!isRepeated) this.#undelivered.splice(at, 1);
    if (this.dice.is(0.2)) {
      this.log.push(`${delivery.id} is lost`);
      return;
    }
    const { replica } = this;
    this.begin(`${delivery.id} is delivered`, () => replica.deliver(delivery));
  }

  poll(): void {
    const { replica } = this;
    this.begin('a poll', () => replica.poll());
  }

  async restart(): Promise<void> {
    const at = this.dice.below(this.#replicas.length);
    this.log.push(`replica ${at} is killed`);
    this.#replicas[at].kill();
    this.#replicas[at] = await this.#start();
  }

  toggleDatabase(): void {
    this.#isDatabaseGone = !this.#isDatabaseGone;
    this.log.push(
      this.#isDatabaseGone ? 'no database' : 'the database is back',
    );
  }

  /** Everything that was kept is gone, and the tables are made anew. */
  async loseDatabase(): Promise<void> {
    if (!this.losesDatabase) return;
    this.log.push('the database is lost');
    await this.#gates.quiet();
    await this.#database.forget(this.#repository);
    this.losses += 1;
    this.told.forget();
    this.reasons.clear();
    for (const pull of this.pulls) pull.isRecorded = false;
  }

  /** GitHub merges one of what it may merge without anybody's doing. */
  async mergeByItself(): Promise<void> {
    const ready = this.github.readyToMerge();
    if (ready.length === 0) return;
    await this.#gates.quiet();
    const pull = this.dice.pick(ready);
    const { number } = pull;
    const bad = this.github.moments.badSince(number);
    const seenBad =
      bad !== undefined && (this.#looked.get(number) ?? -1) >= bad;
    const isForced = (await this.glass(number, headOf(pull))).length > 0;
    if (seenBad && !isForced) {
      this.violated(`${number} merged itself, though it had been seen`);
    }
    this.log.push(`${number} merges itself`);
    this.counts.itself += 1;
    this.github.mergeByItself(pull);
  }

  /** Lets what goes on go on by one call. */
  async proceed(): Promise<void> {
    await this.#gates.quiet();
    if (this.#gates.waiting === 0) return;
    const name = this.#gates.open(this.dice.below(this.#gates.waiting));
    this.log.push(`    ${name}`);
  }

  async finish(): Promise<void> {
    do await this.proceed();
    while (await this.#isBusy());
  }

  /** Everything that goes on ends, the events that are not lost arrive, and a poll passes. */
  async settle(): Promise<void> {
    if (this.#isDatabaseGone) this.toggleDatabase();
    await this.finish();
    const left = this.github.deliveries.length + this.#undelivered.length;
    for (let count = 0; count < Math.min(left, 3); count += 1) this.deliver();
    await this.finish();
    await this.mergeByItself();
    this.#polledAt = Date.now() + 30 * DAY_MS;
    // What the first stops from merging by itself, the second sees.
    for (let before = -1; before < this.github.now; ) {
      before = this.github.now;
      this.poll();
      await this.finish();
    }
  }

  async kept(number: number): Promise<KeptRequest | undefined> {
    return this.#truth.lifeStore.find(number);
  }

  async events(number: number) {
    return this.#truth.lifeStore.events(number);
  }

  /** Why the rules were broken for a head, as far as that is kept. */
  async glass(number: number, head: string) {
    return brokenGlass(await this.events(number), head);
  }

  async notices(number: number) {
    return this.#database.notices(this.#repository, number);
  }

  /** What a portal that starts with an empty database learns from GitHub. */
  async rebuild(): Promise<HistoryStores> {
    const name = `${this.#repository}-rebuilt`;
    const stores = this.#database.stores(name, this.#gates, () => false);
    const replica = await this.#start(stores);
    this.begin('a poll with an empty database', () => replica.poll());
    await this.finish();
    replica.kill();
    return stores;
  }

  stop(): void {
    for (const replica of this.#replicas) replica.kill();
  }

  async #isBusy(): Promise<boolean> {
    await this.#gates.quiet();
    return this.#gates.waiting > 0;
  }

  #start(stores = this.#stores): Promise<Replica> {
    const { github, told, violated } = this;
    return Replica.start({
      ...{ github, stores, told, violated },
      gates: this.#gates,
      now: () => this.#polledAt || Date.now(),
      isExplained: async (number, head) =>
        (await this.glass(number, head)).length > 0,
      looked: (number, began) => {
        const latest = Math.max(began, this.#looked.get(number) ?? -1);
        this.#looked.set(number, latest);
      },
    });
  }
}

export const anybody = (history: History) => history.dice.pick(PEOPLE);
