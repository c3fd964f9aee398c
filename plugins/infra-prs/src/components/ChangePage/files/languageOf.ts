/** Languages that are coloured. */
export type DiffLanguage =
  | 'hcl'
  | 'yaml'
  | 'json'
  | 'docker'
  | 'typescript'
  | 'go'
  | 'java'
  | 'markdown'
  | 'bash';

const ENDINGS: Readonly<Record<string, DiffLanguage>> = {
  tf: 'hcl',
  tfvars: 'hcl',
  hcl: 'hcl',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  ts: 'typescript',
  tsx: 'typescript',
  js: 'typescript',
  mjs: 'typescript',
  cjs: 'typescript',
  go: 'go',
  java: 'java',
  md: 'markdown',
  sh: 'bash',
};

/** The language of a file, by its name; undefined when it is not coloured. */
export function languageOf(path: string): DiffLanguage | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(Dockerfile|Containerfile)(\.|$)/.test(name)) return 'docker';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}
