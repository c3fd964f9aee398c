import { LineCounter, parseAllDocuments } from 'yaml';
import { Finding } from './Finding';

/** One document of a YAML file. */
export interface YamlObject {
  readonly file: string;
  /** From 1: where the document begins. */
  readonly line: number;
  readonly value: unknown;
}

const REASON = 'Argo CD, Terraform or the portal could not read the file.';

/** Parses YAML and JSON files strictly: a key that is there twice is an error as well. */
export function checkText(files: ReadonlyMap<string, string>): {
  readonly findings: readonly Finding[];
  readonly objects: readonly YamlObject[];
} {
  const findings: Finding[] = [];
  const objects: YamlObject[] = [];
  for (const [file, text] of files) {
    if (/\.ya?ml$/.test(file)) {
      const parsed = parseYaml(file, text);
      findings.push(...parsed.findings);
      objects.push(...parsed.objects);
    } else if (file.endsWith('.json')) findings.push(...checkJson(file, text));
  }
  return { findings, objects };
}

function parseYaml(
  file: string,
  text: string,
): { findings: Finding[]; objects: YamlObject[] } {
  const lineCounter = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter })];
  const findings = documents.flatMap(document =>
    [...document.errors, ...document.warnings].map(
      ({ message, pos }): Finding => ({
        id: 'yaml-syntax',
        severity: 'error',
        file,
        line: lineCounter.linePos(pos[0]).line,
        message: `Not valid YAML: ${message.split(/ at line /)[0]}`,
        reason: REASON,
        fix: 'Correct the syntax at this place.',
      }),
    ),
  );
  const objects = documents
    .filter(document => document.errors.length === 0 && document.contents)
    .map(document => ({
      file,
      line: lineCounter.linePos(document.contents?.range[0] ?? 0).line,
      value: document.toJS({ maxAliasCount: 100 }),
    }));
  return { findings, objects };
}

function checkJson(file: string, text: string): Finding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, line] = /line (\d+)/.exec(message) ?? [];
    return [
      {
        id: 'json-syntax',
        severity: 'error',
        file,
        line: line ? Number(line) : undefined,
        message: `Not valid JSON: ${message}`,
        reason: REASON,
        fix: 'Correct the syntax at this place.',
      },
    ];
  }
}
