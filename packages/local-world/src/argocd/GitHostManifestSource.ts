import { GitHost } from '../git/GitHost';
import { GitCommit } from '../git/repository/GitCommit';
import { ManifestCommit, ManifestSource } from './ManifestSource';

/** The infrastructure repository on the embedded Git host; a push is the webhook that makes it look again. */
export class GitHostManifestSource implements ManifestSource {
  private current: Promise<ManifestCommit | undefined> | undefined;
  private readonly forget = () => {
    this.current = undefined;
  };

  constructor(
    private readonly host: GitHost,
    private readonly owner: string,
    private readonly repo: string,
    private readonly branch = 'main',
  ) {
    host.events.on('push', this.forget);
  }

  /** Stops listening to pushes. */
  close(): void {
    this.host.events.off('push', this.forget);
  }

  head(): Promise<ManifestCommit | undefined> {
    this.current ??= this.commit(this.branch);
    this.current.catch(this.forget);
    return this.current;
  }

  async files(prefix: string, sha: string) {
    const folder = prefix.replace(/\/$/, '');
    const files = await this.host.readTree(this.owner, this.repo, sha, folder);
    return new Map(
      [...files].map(([path, content]) => [path, content.toString('utf8')]),
    );
  }

  async commit(revision: string): Promise<ManifestCommit | undefined> {
    const sha = await this.host.headOf(this.owner, this.repo, revision);
    const found = sha && (await this.history()?.read(sha));
    return found ? manifestCommit(found) : undefined;
  }

  async log(limit: number): Promise<readonly ManifestCommit[]> {
    const head = await this.head();
    const history = this.history();
    if (!head || !history) return [];
    const shas = await history.list(head.sha, { max: limit });
    const commits = await history.readAll(shas);
    return commits.flatMap(commit => (commit ? [manifestCommit(commit)] : []));
  }

  private history() {
    const { repositories } = this.host.context;
    return repositories.get(this.owner, this.repo)?.git.history;
  }
}

function manifestCommit({ sha, author, committer, message }: GitCommit) {
  return {
    sha,
    author: `${author.name} <${author.email}>`,
    date: new Date(committer.date).toISOString().replace('.000Z', 'Z'),
    message,
  };
}
