import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { preview } from '../goldenBackend';
import { findEscape, isMarked, MARK } from './findEscapes';
import { HostileAnswers } from './hostileAnswers';
import { fieldIn } from './fieldIn';

/** What became of one set of hostile answers. */
export type FuzzOutcome =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'rendered'; readonly files: number }
  | { readonly kind: 'escape'; readonly problem: string };

type Files = ReadonlyMap<string, string>;

/** Entities of harmless names, which stand for the hostile ones in the control run. */
export const MARKED_OWNER = 'group:default/markofowner';
export const MARKED_SYSTEM = 'system:default/markofsystem';

/** Puts hostile answers through the form's validation and the renderer, and looks for them outside of data. */
export class Fuzzer {
  readonly #controls = new Map<string, Promise<Files>>();

  constructor(private readonly backend: TestBackend) {}

  async try({ template, answers }: HostileAnswers): Promise<FuzzOutcome> {
    const { status, message, files, findings } = await preview(
      this.backend,
      template,
      answers,
    );
    if (status !== 200) return refusal(status, message);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      const [{ file, message: text }] = errors;
      return { kind: 'escape', problem: `${file}: ${text}` };
    }
    const control = await this.#control(template, answers);
    const text = String(answers.description).trim();
    const problem = await escapeIn(files, control, text);
    return problem === undefined
      ? { kind: 'rendered', files: files.size }
      : { kind: 'escape', problem };
  }

  /** The same answers with harmless texts; everything else in accepted answers has a strict form. */
  #control(template: string, answers: JsonObject): Promise<Files> {
    const harmless: JsonObject =
      template === 'add-queue'
        ? answers
        : {
            ...answers,
            description: MARK,
            owner: MARKED_OWNER,
            system: MARKED_SYSTEM,
          };
    const key = JSON.stringify([template, harmless]);
    const known =
      this.#controls.get(key) ??
      preview(this.backend, template, harmless).then(({ files }) => files);
    this.#controls.set(key, known);
    return known;
  }
}

/** A refusal must be one of the caller's doing and must say where. */
function refusal(status: number, message = ''): FuzzOutcome {
  if ((status === 400 || status === 409) && fieldIn(message) !== undefined) {
    return { kind: 'refused', message };
  }
  const problem = `answered ${status} without naming a field: ${message}`;
  return { kind: 'escape', problem };
}

async function escapeIn(
  files: Files,
  control: Files,
  text: string,
): Promise<string | undefined> {
  const paths = [...files.keys()];
  const expected = [...control.keys()];
  // A file that is called after the owner is looked for at the same place.
  const same = (path: string, index: number) =>
    isMarked(expected[index] ?? '')
      ? dirnameOf(path) === dirnameOf(expected[index])
      : path === expected[index];
  if (paths.length !== expected.length || !paths.every(same)) {
    return 'other files are written';
  }
  for (const [index, path] of paths.entries()) {
    const pair = {
      path,
      hostile: files.get(path) ?? '',
      control: control.get(expected[index]) ?? '',
      text,
    };
    const problem = await findEscape(pair).catch(
      (error: unknown) => `cannot be read: ${error}`,
    );
    if (problem) return `${path} ${problem}`;
  }
  return undefined;
}

function dirnameOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
