import { TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { preview } from '../goldenBackend';
import { findEscape, MARK } from './findEscapes';
import { HostileAnswers } from './hostileAnswers';

/** What became of one set of hostile answers. */
export type FuzzOutcome =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'rendered'; readonly files: number }
  | { readonly kind: 'escape'; readonly problem: string };

type Files = ReadonlyMap<string, string>;

/** Puts hostile answers through the form's validation and the renderer, and looks for them outside of data. */
export class Fuzzer {
  readonly #controls = new Map<string, Promise<Files>>();

  constructor(private readonly backend: TestBackend) {}

  async try({ template, answers }: HostileAnswers): Promise<FuzzOutcome> {
    const { status, message, files } = await preview(
      this.backend,
      template,
      answers,
    );
    if (status !== 200) return refusal(status, message);
    const control = await this.#control(template, answers);
    const problem = await escapeIn(files, control, String(answers.description));
    return problem === undefined
      ? { kind: 'rendered', files: files.size }
      : { kind: 'escape', problem };
  }

  /** The same answers with a harmless description; everything else in accepted answers has a strict form. */
  #control(template: string, answers: JsonObject): Promise<Files> {
    const harmless = { ...answers, description: MARK };
    const key = JSON.stringify([template, harmless]);
    const known =
      this.#controls.get(key) ??
      preview(this.backend, template, harmless).then(({ files }) => files);
    this.#controls.set(key, known);
    return known;
  }
}

/** A refusal must be one of the caller's doing and must say where. */
function refusal(status: number, message: string | undefined): FuzzOutcome {
  const named = message !== undefined && /^[\w ]/.test(message);
  if ((status === 400 || status === 409) && named) {
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
  if ([...files.keys()].join('\n') !== [...control.keys()].join('\n')) {
    return 'other files are written';
  }
  for (const [path, hostile] of files) {
    const pair = { path, hostile, control: control.get(path) ?? '', text };
    const problem = await findEscape(pair).catch(
      (error: unknown) => `cannot be read: ${error}`,
    );
    if (problem) return `${path} ${problem}`;
  }
  return undefined;
}
