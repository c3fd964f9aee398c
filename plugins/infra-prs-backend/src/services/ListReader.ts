import { ChangeRequest, SourceSummary } from '@slipway/plugin-infra-prs-common';
import { Person } from './approvers';
import { ListedState } from './ChangeService';
import { PullFacts } from './changeFacts';
import { ChangeSources } from './ChangeSources';
import { metadataOf } from './metadataOf';
import { ListedRow, OpenRows } from './OpenRows';
import { ownerOfForm } from './ownerOfForm';
import { Owners } from './Owners';
import { SettledListRows } from './SettledListRows';
import { requireData, summarizeSource } from './sourceData';

/** A row of a list with what tells whom it is about. */
export interface ListedChange {
  readonly item: ChangeRequest;
  /** Files it touches, also under the names they had. */
  readonly paths: readonly string[];
  /** Names in AWS of what its plan is about. */
  readonly names: readonly string[];
}

/** @see ChangeRequestList */
export interface ListedChanges {
  readonly changes: readonly ListedChange[];
  readonly source: SourceSummary;
  readonly truncated: boolean;
}

function isWanted(state: ListedState, pull: PullFacts): boolean {
  if (state === 'all') return true;
  return state === (pull.mergedAt ? 'merged' : 'closed');
}

/** Reads the lists. How many look does not matter to GitHub, and what is over costs no reads at all. */
export class ListReader {
  readonly #sources: Pick<ChangeSources, 'pulls'>;
  readonly #open: OpenRows;
  readonly #settled: SettledListRows;
  readonly #owners: Owners;

  constructor(options: {
    sources: Pick<ChangeSources, 'pulls'>;
    open: OpenRows;
    settled: SettledListRows;
    owners: Owners;
  }) {
    this.#sources = options.sources;
    this.#open = options.open;
    this.#settled = options.settled;
    this.#owners = options.owners;
  }

  /** Open changes first, then the newest. @throws ServiceUnavailableError */
  async read(state: ListedState, person: Person): Promise<ListedChanges> {
    const { open, over, source, truncated } = await this.#readPulls(state);
    const rows = await Promise.all([
      this.#open.read(open, person),
      this.#settled.read(over, person),
    ]);
    const changes = await this.#withOwners(rows.flat());
    return { changes, source, truncated };
  }

  async #readPulls(state: ListedState) {
    const results = await this.#sources.pulls.getMany(
      state === 'open' ? ['open'] : ['open', 'closed'],
    );
    const [open, closed] = results.map(requireData);
    // One that was opened again may still be among those that are over.
    const isOpen = new Set(open.pulls.map(pull => pull.number));
    const over = (closed?.pulls ?? []).filter(
      pull => !isOpen.has(pull.number) && isWanted(state, pull),
    );
    const shown = state === 'open' || state === 'all' ? open : undefined;
    const worst = results.find(({ state: s }) => s !== 'ok') ?? results[0];
    return {
      open: shown?.pulls ?? [],
      over,
      source: summarizeSource(worst),
      truncated: Boolean(shown?.truncated || closed?.truncated),
    };
  }

  async #withOwners(rows: readonly ListedRow[]): Promise<ListedChange[]> {
    const refs = rows.flatMap(({ item }) => item.entityRef ?? []);
    const owners = await this.#owners.find(refs);
    return rows.map(({ item, pull, paths, names }) => {
      const known = item.entityRef && owners.get(item.entityRef);
      const owner = known || ownerOfForm(metadataOf(pull)?.parameters);
      return { item: { ...item, owner }, paths, names };
    });
  }
}
