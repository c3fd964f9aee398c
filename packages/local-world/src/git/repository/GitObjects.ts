import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { runGit } from './runGit';

const compress = promisify(deflate);

export type GitObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface GitObject {
  readonly sha: string;
  readonly type: GitObjectType;
  readonly content: Buffer;
}

/** Reads and writes objects of one repository. Names are full SHA-1s in hex. */
export class GitObjects {
  constructor(private readonly gitDir: string) {}

  /** Writes a loose object as git does; https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
  async write(type: GitObjectType, content: Buffer): Promise<string> {
    const raw = Buffer.concat([
      Buffer.from(`${type} ${content.length}\0`),
      content,
    ]);
    const sha = createHash('sha1').update(raw).digest('hex');
    const folder = path.join(this.gitDir, 'objects', sha.slice(0, 2));
    const file = path.join(folder, sha.slice(2));
    if (await exists(file)) return sha;
    await mkdir(folder, { recursive: true });
    const temporary = path.join(folder, `tmp_obj_${randomUUID()}`);
    await writeFile(temporary, await compress(raw), { mode: 0o444 });
    await rename(temporary, file);
    return sha;
  }

  /** Objects in the order asked for; undefined where one is missing. `names` may be any revision. */
  async readAll(
    names: readonly string[],
  ): Promise<Array<GitObject | undefined>> {
    if (names.length === 0) return [];
    const output = await runGit(this.gitDir, ['cat-file', '--batch'], {
      input: `${names.join('\n')}\n`,
    });
    let offset = 0;
    return names.map(() => {
      const end = output.indexOf(10, offset);
      const header = output.toString('utf8', offset, end);
      offset = end + 1;
      const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(
        header,
      );
      if (!match) return undefined;
      const content = output.subarray(offset, offset + Number(match[3]));
      offset += Number(match[3]) + 1;
      return { sha: match[1], type: toObjectType(match[2]), content };
    });
  }

  async read(name: string): Promise<GitObject | undefined> {
    // A line break would make two requests of one.
    if (/[\n\0]/.test(name)) return undefined;
    return (await this.readAll([name]))[0];
  }
}

function toObjectType(text: string): GitObjectType {
  if (text === 'tree' || text === 'commit' || text === 'tag') return text;
  return 'blob';
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
