import { UpstreamError } from '@slipway/platform-node';
import { createTwoFilesPatch } from 'diff';
import { gitBlobId } from '../clients/gitBlobId';
import {
  InfrastructureSnapshot,
  InfrastructureTree,
} from '../clients/InfrastructureTree';
import { SerializedFile } from './DryRunClient';
import { Comparison, PreviewFile } from './PreviewService';
import { toPreviewFile } from './toPreviewFile';

const INFRASTRUCTURE = 'infrastructure';
/** Files whose earlier text is fetched, all at once; a golden path changes a handful. */
const MAX_DIFFS = 25;
// A diff of texts that have nothing in common takes time that grows with both.
const DIFF_TIMEOUT_MS = 300;

export interface ComparedFiles {
  readonly files: readonly PreviewFile[];
  readonly comparison: Comparison;
}

/** Compares rendered files with the infrastructure repository's branch. */
export class FileComparer {
  static create(options: {
    tree: InfrastructureTree;
    branch: string;
  }): FileComparer {
    return new FileComparer(options.tree, options.branch);
  }

  private constructor(
    private readonly tree: InfrastructureTree,
    private readonly branch: string,
  ) {}

  /** Never fails for the Git host's sake: a preview without a comparison is better than none. */
  async compare(
    rendered: readonly SerializedFile[],
    options: { newService: boolean },
  ): Promise<ComparedFiles> {
    const pairs = rendered.map(source => ({
      source,
      file: toPreviewFile(source),
    }));
    try {
      const snapshot = await this.tree.snapshot();
      const budget = { diffs: MAX_DIFFS };
      const files = await Promise.all(
        pairs.map(({ source, file }) =>
          file.repository === INFRASTRUCTURE
            ? this.#compareOne(source, file, snapshot, budget)
            : {
                ...file,
                status: options.newService
                  ? ('new-repository' as const)
                  : ('added' as const),
              },
        ),
      );
      return { files, comparison: { branch: this.branch } };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      const { message: problem, fix } = error;
      return {
        files: pairs.map(({ file }) => file),
        comparison: { problem, ...(fix && { fix }) },
      };
    }
  }

  async #compareOne(
    source: SerializedFile,
    file: PreviewFile,
    snapshot: InfrastructureSnapshot,
    budget: { diffs: number },
  ): Promise<PreviewFile> {
    const before = snapshot.blobs.get(file.path);
    if (before === undefined) return { ...file, status: 'added' };
    const bytes = Buffer.from(source.base64Content, 'base64');
    if (before === gitBlobId(bytes)) return { ...file, status: 'unchanged' };
    const comparable = !file.binary && !file.truncated && budget.diffs > 0;
    if (!comparable) return { ...file, status: 'changed' };
    budget.diffs -= 1;
    const text = await this.tree.readText(snapshot, file.path);
    const diff = unifiedDiff(file.path, text ?? '', file.content);
    return { ...file, status: 'changed', ...(diff && { diff }) };
  }
}

/** As `git diff` writes it; undefined when it takes too long. */
function unifiedDiff(
  path: string,
  before: string,
  after: string,
): string | undefined {
  const patch = createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 3, timeout: DIFF_TIMEOUT_MS },
  );
  // Its first line is a rule that Git does not write.
  return patch?.replace(/^=+\n/, '');
}
