import { metadataOf } from '../fixtures';
import { KeptRequest } from '../../store/LifeStore';
import { Dice } from './Dice';
import { forwardOnly } from './forwardOnly';
import { Gates } from './Gates';
import { HistoryDatabase, HistoryStores } from './HistoryDatabase';
import { Delivery, digestOf, ModelGithub } from './ModelGithub';
import { headOf, ModelPull } from './ModelPull';
import { PEOPLE } from './people';
import { actorOf, Replica } from './Replica';

/** What somebody once saw on a page, and may act upon later. */
export interface Seen {
  readonly headSha: string;
  readonly planDigest: string;
}

const digestOfNothing = `sha256:${'0'.repeat(64)}`;
const DAY_MS = 24 * 60 * 60_000;

/** One world in which things happen in some order: GitHub, two processes of the portal, the database, and people. */
export class History {
  readonly github = new ModelGithub();
  readonly violations: string[] = [];
  readonly log: string[] = [];
  readonly counts = { approved: 0, merged: 0, refused: 0, looks: 0 };
  readonly dice: Dice;
  readonly #gates = new Gates();
  readonly #stores: HistoryStores;
  readonly #seen = new Map<number, Seen[]>();
  #replicas: Replica[];
  #isDatabaseGone = false;
  #polledAt = 0;
  #undelivered: Delivery[] = [];
  #taken = 0;

  readonly #database: HistoryDatabase;
  readonly #name: string;

  constructor(database: HistoryDatabase, name: string, seed: number) {
    this.#database = database;
    this.#name = name;
    this.dice = new Dice(seed);
    const stores = database.stores(
      `host/acme/${name}`,
      this.#gates,
      () => this.#isDatabaseGone,
    );
    const violated = (what: string) => this.violations.push(what);
    const lifeStore = forwardOnly(stores.lifeStore, violated);
    this.#stores = { ...stores, lifeStore };
    this.#replicas = [this.#start(), this.#start()];
  }

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

  approve(pull: ModelPull, login: string): void {
    const seen = this.look(pull);
    const { decisions } = this.replica;
    this.begin(
      `${login} approves ${pull.number} at ${seen.headSha.slice(-3)}`,
      () => decisions.approve(pull.number, seen, actorOf(login)),
      () => (this.counts.approved += 1),
    );
  }

  merge(pull: ModelPull, login: string): void {
    const seen = this.look(pull);
    const { decisions } = this.replica;
    this.begin(
      `${login} merges ${pull.number} at ${seen.headSha.slice(-3)}`,
      () => decisions.merge(pull.number, seen, actorOf(login)),
      () => (this.counts.merged += 1),
    );
  }

  record(pull: ModelPull, login: string, requester: string): void {
    const metadata = metadataOf(requester, `request-${pull.number}`);
    const command = { pullRequestNumber: pull.number, metadata, pulls: [] };
    const { credentials } = actorOf(login);
    this.begin(`${pull.number} is recorded`, () =>
      this.replica.records.record(command, credentials),
    );
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

  restart(): void {
    const at = this.dice.below(this.#replicas.length);
    this.log.push(`replica ${at} is killed`);
    this.#replicas[at].kill();
    this.#replicas[at] = this.#start();
  }

  toggleDatabase(): void {
    this.#isDatabaseGone = !this.#isDatabaseGone;
    this.log.push(
      this.#isDatabaseGone ? 'no database' : 'the database is back',
    );
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
    this.#polledAt = Date.now() + 30 * DAY_MS;
    this.poll();
    await this.finish();
  }

  async kept(number: number): Promise<KeptRequest | undefined> {
    return this.#stores.lifeStore.find(number);
  }

  /** What a portal that starts with an empty database learns from GitHub. */
  async rebuild(): Promise<HistoryStores> {
    const name = `host/acme/${this.#name}-rebuilt`;
    const stores = this.#database.stores(name, this.#gates, () => false);
    const replica = this.#start(stores);
    this.begin('a poll with an empty database', () => replica.poll());
    await this.finish();
    return stores;
  }

  async events(number: number) {
    return this.#stores.lifeStore.events(number);
  }

  stop(): void {
    for (const replica of this.#replicas) replica.kill();
  }

  async #isBusy(): Promise<boolean> {
    await this.#gates.quiet();
    return this.#gates.waiting > 0;
  }

  #start(stores = this.#stores): Replica {
    return new Replica({
      github: this.github,
      gates: this.#gates,
      stores,
      violated: what => this.violations.push(what),
      now: () => this.#polledAt || Date.now(),
    });
  }
}

export const anybody = (history: History) => history.dice.pick(PEOPLE);
