import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { NoticeStore } from '../../watch/Notice';
import { Violated } from './GatedPerson';
import { Gates } from './Gates';

const MARK = ' notice:';

/** What people were told, of all processes: each turn once, unless the process that told it could not note that it did. */
export class Told {
  readonly #violated: Violated;
  readonly #unnoted = new Set<string>();
  /** Claims of the database as it is: what is said to one that is lost is not kept. */
  readonly #claims = new Set<string>();
  readonly ids = new Set<string>();

  constructor(violated: Violated) {
    this.#violated = violated;
  }

  /** A store that lets each notice be recognised when it is sent. */
  watch(store: NoticeStore): NoticeStore {
    return {
      claim: async now => {
        const { claim, notices } = await store.claim(now);
        const marked = notices.map(notice => ({
          ...notice,
          title: `${notice.title}${MARK}${notice.number} ${notice.id}`,
        }));
        this.#claims.add(claim);
        return { claim, notices: marked };
      },
      done: async (claim, notice, now) => {
        await store.done(claim, notice, now);
        if (!this.#claims.has(claim)) return;
        this.#unnoted.delete(`${notice.number} ${notice.id}`);
      },
    };
  }

  /** Sends as one process does: it may be killed meanwhile. */
  sender(gates: Gates, owner: object): NotificationService {
    return {
      send: async ({ payload }: NotificationSendOptions) => {
        const [, id] = payload.title.split(MARK);
        await gates.pass(owner, `tell ${id}`);
        if (this.ids.has(id) && !this.#unnoted.has(id)) {
          this.#violated(`people were told twice: ${id}`);
        }
        this.ids.add(id);
        this.#unnoted.add(id);
      },
    };
  }

  /** With the database it was lost what people know. */
  forget(): void {
    this.#claims.clear();
    for (const id of this.ids) this.#unnoted.add(id);
  }
}
