import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GitObjects } from './GitObjects';
import { GitTrees } from './GitTrees';
import { runGit } from './runGit';

export type MergeResult =
  | { readonly kind: 'merged'; readonly tree: string }
  | { readonly kind: 'conflict'; readonly paths: readonly string[] };

interface Stages {
  readonly mode: string;
  readonly shas: Map<number, string>;
}

/**
 * Three-way merges of trees in a bare repository, made from plumbing that old versions of git have too
 * (`merge-tree --write-tree` needs 2.38).
 */
export class GitMerges {
  constructor(
    private readonly gitDir: string,
    private readonly objects: GitObjects,
    private readonly trees: GitTrees,
  ) {}

  async merge(
    base: string,
    ours: string,
    theirs: string,
  ): Promise<MergeResult> {
    return this.trees.withIndex(async env => {
      const run = (args: string[], input?: string) =>
        runGit(this.gitDir, args, { env, input });
      await run(['read-tree', '-i', '-m', '--aggressive', base, ours, theirs]);
      const open = parseUnmerged(
        (await run(['ls-files', '-u', '-z'])).toString(),
      );
      const conflicts: string[] = [];
      for (const [file, stages] of open) {
        const sha = await this.mergeFile(stages);
        if (!sha) conflicts.push(file);
        else {
          const line = `${stages.mode} ${sha} 0\t${file}\0`;
          await run(['update-index', '-z', '--index-info'], line);
        }
      }
      if (conflicts.length > 0) return { kind: 'conflict', paths: conflicts };
      const tree = (await run(['write-tree'])).toString().trim();
      return { kind: 'merged', tree };
    });
  }

  private async mergeFile(stages: Stages): Promise<string | undefined> {
    const names = [2, 1, 3].map(stage => stages.shas.get(stage));
    const shas = names.filter(sha => sha !== undefined);
    // One side removed what the other changed, or both added it.
    if (shas.length < 3) return undefined;
    const blobs = await this.objects.readAll(shas);
    const folder = await mkdtemp(path.join(tmpdir(), 'slipway-merge-'));
    try {
      const files = ['ours', 'base', 'theirs'].map(name =>
        path.join(folder, name),
      );
      await Promise.all(
        files.map((file, i) => writeFile(file, blobs[i]?.content ?? '')),
      );
      const merged = await runGit(this.gitDir, ['merge-file', '-p', ...files]);
      return await this.objects.write('blob', merged);
    } catch {
      return undefined;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function parseUnmerged(text: string): Map<string, Stages> {
  const open = new Map<string, Stages>();
  for (const line of text.split('\0').filter(Boolean)) {
    const tab = line.indexOf('\t');
    const [mode, sha, stage] = line.slice(0, tab).split(' ');
    const file = line.slice(tab + 1);
    const stages = open.get(file) ?? { mode, shas: new Map() };
    stages.shas.set(Number(stage), sha);
    open.set(file, stages);
  }
  return open;
}
