import { setTimeout as wait } from 'node:timers/promises';
import { Person } from './approvers';
import { assessChange } from './assessChange';
import { ChangeFacts, PullFacts } from './changeFacts';
import { toSettledItem } from './changeView';
import { ListedRow } from './OpenRows';
import { SettledRow } from './SettledRow';
import { SettledRows } from './SettledRows';
import { SurroundingsReader } from './surroundings';

/** How long a list waits for rows that were never read; they go on being read after it. Milliseconds. */
const PATIENCE_MS = 2_000;
/** When more are missing of a past that is being read already, which takes an hour or more, nobody waits for the next ones. */
const FEW = 20;

function factsOf(pull: PullFacts, row: SettledRow | undefined): ChangeFacts {
  const commits = row?.commits ?? [];
  return { pull, commits, files: [], reviews: [], checks: [] };
}

/** Rows of changes that are over, from what is kept of them. */
export class SettledListRows {
  readonly #rows: SettledRows;
  readonly #surroundings: SurroundingsReader;

  constructor(rows: SettledRows, surroundings: SurroundingsReader) {
    this.#rows = rows;
    this.#surroundings = surroundings;
  }

  async read(
    pulls: readonly PullFacts[],
    person: Person,
  ): Promise<ListedRow[]> {
    await this.#fill(pulls);
    const listed = pulls.map(pull => {
      const row = this.#rows.get(pull);
      return { row, facts: factsOf(pull, row) };
    });
    const around = await this.#surroundings.readIfThere(
      listed.map(l => l.facts),
    );
    return listed.map(({ row, facts }) => {
      const { pull } = facts;
      const assessment = assessChange(facts, around(pull.number));
      return {
        item: toSettledItem(facts, assessment, person, row),
        pull,
        paths: row?.paths ?? [],
        names: row?.names ?? [],
      };
    });
  }

  async #fill(pulls: readonly PullFacts[]): Promise<void> {
    const missing = pulls.filter(pull => !this.#rows.get(pull)).length;
    if (missing === 0) return;
    const filling = this.#rows.fill(pulls);
    if (missing > FEW && missing < pulls.length) {
      // Those that fail are read again later, and shown by what the list says until then.
      filling.catch(() => {});
      return;
    }
    const enough = new AbortController();
    const { signal } = enough;
    await Promise.race([
      filling,
      wait(PATIENCE_MS, undefined, { signal, ref: false }).catch(() => {}),
    ]);
    enough.abort();
  }
}
