/** Files by their path in the infrastructure repository, with `/` between the parts. */
export interface FileSource {
  /** Names of the files directly in a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
}

/** Files in memory. */
export function fileSourceOf(files: ReadonlyMap<string, string>): FileSource {
  return {
    list: async folder => {
      const prefix = `${folder}/`;
      return [...files.keys()]
        .filter(path => path.startsWith(prefix))
        .map(path => path.slice(prefix.length))
        .filter(name => !name.includes('/'));
    },
    read: async path => files.get(path),
  };
}

/** What `below` holds, changed by what `above` holds: a branch over main. */
export function overlay(above: FileSource, below: FileSource): FileSource {
  return {
    list: async folder => [
      ...new Set([
        ...(await above.list(folder)),
        ...(await below.list(folder)),
      ]),
    ],
    read: async path => (await above.read(path)) ?? below.read(path),
  };
}
