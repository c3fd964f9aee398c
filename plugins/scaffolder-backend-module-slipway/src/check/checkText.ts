import { LineCounter, parseAllDocuments } from 'yaml';
import { Finding } from './Finding';

const REASON = 'Argo CD, Terraform or the portal could not read the file.';

/** Parses YAML and JSON files strictly: a key that is there twice is an error as well. */
export function checkText(files: ReadonlyMap<string, string>): Finding[] {
  return [...files].flatMap(([file, text]) => {
    if (/\.ya?ml$/.test(file)) return checkYaml(file, text);
    return file.endsWith('.json') ? checkJson(file, text) : [];
  });
}

function checkYaml(file: string, text: string): Finding[] {
  const lineCounter = new LineCounter();
  return [...parseAllDocuments(text, { lineCounter })].flatMap(document =>
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
