import { BareRepository } from '../repository/BareRepository';
import { Mutex } from './Mutex';
import { Pull } from './pullSchema';
import { RepositoryRecord } from './repositorySchema';
import { writeJsonFile } from './writeJsonFile';

/** A repository of the host: its Git data, and the records beside it. */
export class HostedRepository {
  /** Held while refs move, so that a merge and a push do not cross. */
  readonly lock = new Mutex();
  #saving: Promise<void> | undefined;
  #saveAgain: Promise<void> | undefined;

  constructor(
    readonly git: BareRepository,
    readonly record: RepositoryRecord,
    private readonly file: string,
  ) {}

  get fullName(): string {
    return `${this.record.owner}/${this.record.name}`;
  }

  nextId(): number {
    this.record.lastId += 1;
    // Ids are unique over the host, as clients keep them without the repository.
    return this.record.id * 1_000_000 + this.record.lastId;
  }

  pull(number: number): Pull | undefined {
    return this.record.pulls.find(pull => pull.number === number);
  }

  /** Resolves once everything changed before the call is on disk. Saves that wait are made as one. */
  save(): Promise<void> {
    if (!this.#saving) {
      this.#saving = this.write().finally(() => {
        this.#saving = undefined;
      });
      return this.#saving;
    }
    this.#saveAgain ??= this.#saving
      .catch(() => undefined)
      .then(() => {
        this.#saveAgain = undefined;
        return this.save();
      });
    return this.#saveAgain;
  }

  private write(): Promise<void> {
    return writeJsonFile(this.file, this.record);
  }
}
