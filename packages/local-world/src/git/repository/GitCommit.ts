import { GitObject } from './GitObjects';

export interface GitPerson {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
}

export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
}

export interface GitCommit extends NewCommit {
  readonly sha: string;
}

/** Text of a commit object; what would break out of a header line is dropped, as git does. */
export function formatCommit(commit: NewCommit): string {
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${formatPerson(commit.author)}`,
    `committer ${formatPerson(commit.committer)}`,
    '',
    commit.message.endsWith('\n') ? commit.message : `${commit.message}\n`,
  ].join('\n');
}

export function parseCommit(object: GitObject): GitCommit {
  const text = object.content.toString();
  const split = text.indexOf('\n\n');
  const header = text.slice(0, split).split('\n');
  const all = (key: string) =>
    header
      .filter(line => line.startsWith(`${key} `))
      .map(line => line.slice(key.length + 1));
  return {
    sha: object.sha,
    tree: all('tree')[0],
    parents: all('parent'),
    author: parsePerson(all('author')[0]),
    committer: parsePerson(all('committer')[0]),
    message: text.slice(split + 2).replace(/\n$/, ''),
  };
}

function formatPerson(person: GitPerson): string {
  const clean = (text: string) => text.replace(/[<>\n\0]/g, '').trim();
  const seconds = Math.floor(person.date / 1000);
  return `${clean(person.name)} <${clean(person.email)}> ${seconds} +0000`;
}

function parsePerson(line: string | undefined): GitPerson {
  const match = /^(.*?) ?<(.*?)> (\d+)/.exec(line ?? '');
  return {
    name: match?.[1] ?? '',
    email: match?.[2] ?? '',
    date: Number(match?.[3] ?? 0) * 1000,
  };
}
