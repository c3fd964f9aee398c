import { FileSource, ManifestError } from '@slipway/infrastructure-code';
import { Source } from '@slipway/platform-node';
import { BlobText, RepositoryTree, TreeFile } from '../../clients/GithubTrees';
import { MAX_BLOB_BYTES } from '../../clients/OctokitGithubTrees';
import { dataOf } from './dataOf';

const WHY: Readonly<
  Record<Extract<BlobText, { problem: string }>['problem'], string>
> = {
  missing: 'GitHub does not have it any more',
  binary: 'it is no text',
  too_large: `it is larger than ${MAX_BLOB_BYTES / 1000} KB`,
};

/** Files of one commit as the reader of manifests takes them. */
export class CommitFiles implements FileSource {
  constructor(
    readonly tree: RepositoryTree,
    private readonly blobs: Source<string, BlobText>,
  ) {}

  async list(folder: string): Promise<readonly string[]> {
    const prefix = `${folder}/`;
    return [...this.tree.files.keys()]
      .filter(path => path.startsWith(prefix))
      .map(path => path.slice(prefix.length))
      .filter(name => !name.includes('/'));
  }

  /** @throws ManifestError for what is there but cannot be read, UpstreamError when GitHub fails. */
  async read(path: string): Promise<string | undefined> {
    const file = this.tree.files.get(path);
    if (!file) return undefined;
    const blob = isTooLarge(file)
      ? ({ problem: 'too_large' } as const)
      : dataOf(await this.blobs.get(file.sha, { watch: false }));
    if ('text' in blob) return blob.text;
    throw new ManifestError(`${path}: ${WHY[blob.problem]}`);
  }

  /** Reads many files at once, so that none of them is waited for by itself later. */
  async prefetch(paths: Iterable<string>): Promise<void> {
    const shas = new Set<string>();
    for (const path of paths) {
      const file = this.tree.files.get(path);
      if (file && !isTooLarge(file)) shas.add(file.sha);
    }
    (await this.blobs.getMany([...shas], { watch: false })).forEach(dataOf);
  }
}

function isTooLarge({ size }: TreeFile): boolean {
  return size > MAX_BLOB_BYTES;
}
