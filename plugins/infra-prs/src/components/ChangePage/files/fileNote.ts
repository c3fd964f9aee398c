import { ChangedFile } from '@slipway/plugin-infra-prs-common';

/** What files of these endings hold is no text. */
const BINARY =
  /\.(png|jpe?g|gif|ico|webp|pdf|zip|gz|tgz|jar|woff2?|ttf|eot|mp4|exe|so|wasm|bin)$/i;
const SUBMODULE = /^[-+ ]Subproject commit ([0-9a-f]{40})/m;

/** Files that programs write: their lines are seldom read. */
const GENERATED =
  /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml|npm-shrinkwrap\.json|go\.sum|poetry\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|\.terraform\.lock\.hcl|gradle\.lockfile)$|\.(min\.(js|css)|pb\.go|snap)$|(^|\/)(vendor|dist|node_modules)\//;

/** Whether a program wrote the file. */
export function isGenerated({ path }: Pick<ChangedFile, 'path'>): boolean {
  return GENERATED.test(path);
}

/** What happened to the file, in a word or two; undefined when only its lines changed. */
export function statusWords(file: ChangedFile): string | undefined {
  if (SUBMODULE.test(file.patch ?? '')) return 'submodule';
  const words: Readonly<Record<string, string>> = {
    added: 'added',
    removed: 'removed',
    renamed: 'renamed',
    copied: 'copied',
    changed: 'another kind of file',
  };
  return Object.hasOwn(words, file.status) ? words[file.status] : undefined;
}

/** What there is to say in place of lines; undefined when there are lines to show. */
export function fileNote(file: ChangedFile): string | undefined {
  const { patch, status, additions, deletions, path, previousPath } = file;
  if (SUBMODULE.test(patch ?? '')) {
    const [before, after] = ['-', '+'].map(
      sign =>
        new RegExp(`^\\${sign}Subproject commit ([0-9a-f]{7})`, 'm').exec(
          patch ?? '',
        )?.[1],
    );
    const from = before ? `from commit ${before} ` : '';
    return after
      ? `A submodule: it moves ${from}to commit ${after} of another repository.`
      : `A submodule that is removed; it was at commit ${before}.`;
  }
  if (patch) return undefined;
  if (additions + deletions > 0) {
    return `Too large: GitHub leaves out its ${
      additions + deletions
    } changed lines.`;
  }
  if (status === 'renamed') {
    return `Renamed without a change, from ${previousPath}.`;
  }
  if (BINARY.test(path)) return 'A binary file: it has no lines to show.';
  if (status === 'changed') {
    return 'It became another kind of file, such as a link.';
  }
  return status === 'added' || status === 'removed'
    ? 'An empty or a binary file: it has no lines to show.'
    : 'Only its mode changed, such as who may run it, or it is binary: GitHub shows no lines.';
}
