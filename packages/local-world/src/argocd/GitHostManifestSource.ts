import { GitCommit } from '../git/repository/GitCommit';
import { GitHost } from '../git/GitHost';
import { ManifestCommit, ManifestSource } from './ManifestSource';

function toManifestCommit(commit: GitCommit): ManifestCommit {
  const { name, email, date } = commit.author;
  return {
    sha: commit.sha,
    author: `${name} <${email}>`,
    date: new Date(date).toISOString(),
    message: commit.message,
  };
}

/** The main branch of a repository of the embedded Git host. */
export class GitHostManifestSource implements ManifestSource {
  constructor(
    private readonly host: GitHost,
    private readonly owner: string,
    private readonly repo: string,
  ) {}

  async head(): Promise<ManifestCommit> {
    const sha = await this.host.headOf(this.owner, this.repo, 'main');
    const commit = sha && (await this.commit(sha));
    if (!commit) {
      throw new Error(`${this.owner}/${this.repo} has no branch main`);
    }
    return commit;
  }

  async files(
    prefix: string,
    sha: string,
  ): Promise<ReadonlyMap<string, string>> {
    const tree = await this.host.readTree(this.owner, this.repo, sha, prefix);
    return new Map(
      [...tree].map(([file, content]) => [file, content.toString('utf8')]),
    );
  }

  async commit(sha: string): Promise<ManifestCommit | undefined> {
    const { history } = this.host.repository(this.owner, this.repo).git;
    const commit = await history.read(sha);
    return commit && toManifestCommit(commit);
  }

  async log(limit: number): Promise<readonly ManifestCommit[]> {
    const { history } = this.host.repository(this.owner, this.repo).git;
    const shas = await history.list('refs/heads/main', { max: limit });
    const commits = await history.readAll(shas);
    return commits.flatMap(commit =>
      commit ? [toManifestCommit(commit)] : [],
    );
  }
}
