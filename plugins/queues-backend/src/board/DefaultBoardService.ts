import { UserInfoService } from '@backstage/backend-plugin-api';
import { CallerCredentials } from '@slipway/platform-node';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { createHash } from 'node:crypto';
import { MetricsBudget } from '../cost/MetricsBudget';
import { CatalogQueue, QueueCatalog } from '../services/QueueCatalog';
import { DeadLetterLinks } from '../sources/DeadLetterLinks';
import { boardProblems } from './boardProblems';
import { BoardRows } from './BoardRows';
import { BoardService } from './BoardService';
import { FleetReader } from './FleetReader';
import { SharedBoards } from './SharedBoards';

interface Deps {
  readonly budget: MetricsBudget;
  readonly links: DeadLetterLinks;
  readonly queueCatalog: QueueCatalog;
  readonly reader: Pick<FleetReader, 'read'>;
  readonly rows: BoardRows;
  readonly userInfo: UserInfoService;
}

/** {@link BoardService} over what the fetch engine knows: no board waits for thousands of queues. */
export class DefaultBoardService implements BoardService {
  readonly #deps: Deps;
  readonly #shared = new SharedBoards();

  static create(deps: Deps): DefaultBoardService {
    return new DefaultBoardService(deps);
  }

  private constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getBoard(options: {
    credentials: CallerCredentials;
  }): Promise<BoardResponse> {
    const { queueCatalog } = this.#deps;
    const [visible, refs] = await Promise.all([
      queueCatalog.visibleTo(options.credentials),
      this.#ownerRefs(options.credentials),
    ]);
    const owners = new Set(visible.map(({ owner }) => owner));
    const mine = refs.filter(ref => owners.has(ref)).sort();
    return this.#shared.get([...mine, namesOf(visible)].join(' '), () =>
      this.#makeBoard(visible, mine),
    );
  }

  async #makeBoard(
    visible: readonly CatalogQueue[],
    mine: string[],
  ): Promise<BoardResponse> {
    const { budget, queueCatalog, reader, rows } = this.#deps;
    const catalog = await queueCatalog.byArn();
    const queues = eachOnce(visible);
    await reader.read(queues.map(({ queue }) => queue));
    rows.prune(catalog);
    const made = this.#withoutListedDlqs(queues).map(queue =>
      rows.rowOf(queue, catalog),
    );
    const shown = made
      .map(({ row }) => row)
      .sort((a, b) => b.risk.score - a.risk.score || compare(a.name, b.name));
    return {
      rows: shown,
      sources: boardProblems(
        shown,
        made.flatMap(({ metrics }) => metrics ?? []),
      ),
      mine,
      degraded: budget.degraded(),
    };
  }

  /** A dead-letter queue is a column of the queue it belongs to, unless the caller sees none of those. */
  #withoutListedDlqs(queues: readonly CatalogQueue[]): CatalogQueue[] {
    const { links } = this.#deps;
    const visible = new Set(queues.map(({ queue }) => queue.arn));
    return queues.filter(
      ({ queue }) =>
        !links.sourcesOf(queue.arn).some(source => visible.has(source)),
    );
  }

  async #ownerRefs(credentials: CallerCredentials): Promise<string[]> {
    if (credentials.principal.type !== 'user') {
      return [];
    }
    const info = await this.#deps.userInfo.getUserInfo(credentials);
    return info.ownershipEntityRefs;
  }
}

const names = new WeakMap<readonly CatalogQueue[], string>();

/** The same for the same queues, whoever sees them. */
function namesOf(queues: readonly CatalogQueue[]): string {
  const known = names.get(queues);
  if (known) {
    return known;
  }
  const hash = createHash('sha256');
  queues.forEach(({ entityRef }) => hash.update(entityRef).update('\n'));
  const made = hash.digest('base64url');
  names.set(queues, made);
  return made;
}

/** A queue that was registered twice is one row. */
function eachOnce(queues: readonly CatalogQueue[]): CatalogQueue[] {
  return [...new Map(queues.map(queue => [queue.queue.arn, queue])).values()];
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
