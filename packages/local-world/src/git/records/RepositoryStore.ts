import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { BareRepository } from '../repository/BareRepository';
import { HostedRepository } from './HostedRepository';
import { RepositoryRecord, repositorySchema } from './repositorySchema';

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly description?: string;
  readonly homepage?: string;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly createdAt: number;
  readonly deleteBranchOnMerge?: boolean;
}

/** Repositories under `<stateDir>/git/<owner>/<name>.{git,json}`. */
export class RepositoryStore {
  readonly #repositories = new Map<string, HostedRepository>();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<RepositoryStore> {
    const store = new RepositoryStore(folder);
    await mkdir(folder, { recursive: true });
    for (const owner of await readdir(folder, { withFileTypes: true })) {
      if (owner.isDirectory()) await store.load(owner.name);
    }
    return store;
  }

  /** Names are compared without regard to case, as GitHub does. */
  get(owner: string, name: string): HostedRepository | undefined {
    return this.#repositories.get(`${owner}/${name}`.toLowerCase());
  }

  list(owner?: string): HostedRepository[] {
    return [...this.#repositories.values()].filter(
      repository => owner === undefined || repository.record.owner === owner,
    );
  }

  async create(options: NewRepository): Promise<HostedRepository> {
    const base = path.join(this.folder, options.owner, options.name);
    const ids = this.list().map(repository => repository.record.id);
    const record = emptyRecord(options, Math.max(0, ...ids) + 1);
    const git = await BareRepository.create(
      `${base}.git`,
      record.defaultBranch,
    );
    const repository = new HostedRepository(git, record, `${base}.json`);
    this.add(repository);
    await repository.save();
    return repository;
  }

  /** Drops all repositories, on disk too. */
  async clear(): Promise<void> {
    this.#repositories.clear();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(this.folder, { recursive: true });
  }

  private async load(owner: string): Promise<void> {
    const folder = path.join(this.folder, owner);
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.json')) continue;
      const base = path.join(folder, file.slice(0, -'.json'.length));
      await access(path.join(`${base}.git`, 'HEAD'));
      const text = await readFile(path.join(folder, file), 'utf8');
      const record = repositorySchema.parse(JSON.parse(text));
      const git = new BareRepository(`${base}.git`);
      this.add(new HostedRepository(git, record, `${base}.json`));
    }
  }

  private add(repository: HostedRepository): void {
    this.#repositories.set(repository.fullName.toLowerCase(), repository);
  }
}

function emptyRecord(options: NewRepository, id: number): RepositoryRecord {
  return {
    id,
    owner: options.owner,
    name: options.name,
    description: options.description,
    homepage: options.homepage,
    private: options.private ?? true,
    createdAt: options.createdAt,
    pushedAt: options.createdAt,
    defaultBranch: options.defaultBranch ?? 'main',
    deleteBranchOnMerge: options.deleteBranchOnMerge ?? false,
    topics: [],
    readers: [],
    collaborators: {},
    lastNumber: 0,
    lastId: 0,
    protections: {},
    rulesets: [],
    allowAutoMerge: false,
    pulls: [],
    reviews: [],
    reviewComments: [],
    issueComments: [],
    checkRuns: [],
    statuses: [],
    hooks: [],
  };
}
