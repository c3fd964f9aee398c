import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from '../repository/runGit';

/** A file that a change adds. */
export interface CrowdFile {
  readonly path: string;
  readonly text: string;
}

/** A change of many, in files of its own. */
export interface CrowdChange {
  /** Number of its pull request. */
  readonly number: number;
  readonly merged: boolean;
  readonly files: readonly CrowdFile[];
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The commits of a change. */
export interface CrowdCommits {
  readonly head: string;
  /** Where it starts from, and would be merged to. */
  readonly base: string;
  /** Its commit on the default branch once it is merged. */
  readonly merge?: string;
}

const headMark = (change: CrowdChange) => change.number * 2;
const mergeMark = (change: CrowdChange) => change.number * 2 + 1;
const PERSON = 'Slipway <slipway-bot@acme.example>';

function commitOf(
  change: CrowdChange,
  options: { ref: string; mark: number; from: string },
): string {
  const when = `${PERSON} ${Math.floor(change.at / 1000)} +0000`;
  return [
    `commit ${options.ref}`,
    `mark :${options.mark}`,
    `author ${when}`,
    `committer ${when}`,
    `data ${Buffer.byteLength(change.message)}`,
    change.message,
    `from ${options.from}`,
    ...change.files.flatMap(({ path: file, text }) => [
      `M 100644 inline ${file}`,
      `data ${Buffer.byteLength(text)}`,
      text,
    ]),
  ].join('\n');
}

/** What git fast-import reads: merged changes one after the other on the branch, open ones on top of them all. */
function script(changes: readonly CrowdChange[], main: string, tip: string) {
  const parts: string[] = [];
  let from = tip;
  const sorted = [...changes].sort(
    (a, b) => Number(b.merged) - Number(a.merged),
  );
  const bases = new Map<CrowdChange, string>();
  for (const change of sorted) {
    bases.set(change, from);
    const ref = `refs/pull/${change.number}/head`;
    parts.push(commitOf(change, { ref, mark: headMark(change), from }));
    if (change.merged) {
      parts.push(
        commitOf(change, { ref: main, mark: mergeMark(change), from }),
      );
      from = `:${mergeMark(change)}`;
    } else {
      const branch = `refs/heads/crowd/${change.number}`;
      parts.push(`reset ${branch}\nfrom :${headMark(change)}\n`);
    }
  }
  return { text: `${parts.join('\n')}\ndone\n`, bases };
}

/** Writes the commits of many changes in one go. */
export async function crowdCommits(
  gitDir: string,
  changes: readonly CrowdChange[],
  branch: { readonly ref: string; readonly tip: string },
): Promise<ReadonlyMap<CrowdChange, CrowdCommits>> {
  const { text, bases } = script(changes, branch.ref, branch.tip);
  const marksFile = path.join(gitDir, 'crowd-marks');
  const args = ['--quiet', '--done', `--export-marks=${marksFile}`];
  await runGit(gitDir, ['fast-import', ...args], { input: text });
  const lines = (await readFile(marksFile, 'utf8')).trim().split('\n');
  await rm(marksFile);
  const shas = new Map(lines.map(line => line.split(' ') as [string, string]));
  const shaOf = (name: string) => shas.get(name) ?? name;
  return new Map(
    changes.map(change => [
      change,
      {
        head: shaOf(`:${headMark(change)}`),
        base: shaOf(bases.get(change) ?? branch.tip),
        merge: change.merged ? shaOf(`:${mergeMark(change)}`) : undefined,
      },
    ]),
  );
}
