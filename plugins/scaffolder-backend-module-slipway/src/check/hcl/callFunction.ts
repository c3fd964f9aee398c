import { parse as parseYaml } from 'yaml';
import { collectionFunctions } from './collectionFunctions';
import { fromJson, HclValue, isKnown, toJsonText, UNKNOWN } from './HclValue';
import { textFunctions } from './textFunctions';

/** Terraform would fail here; `can` and `try` catch it. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** Text of a file by its path as `file()` gets it; undefined where there is none. */
export type FileReader = (path: string) => string | undefined;

/** A function of Terraform over known arguments. Undefined: it fails on them. */
export type HclFunction = (
  ...args: readonly HclValue[]
) => HclValue | undefined;

const FUNCTIONS: ReadonlyMap<string, HclFunction> = new Map(
  Object.entries<HclFunction>({
    ...textFunctions,
    ...collectionFunctions.known,
    jsondecode: text => parsed(() => JSON.parse(String(text))),
    yamldecode: text =>
      parsed(() => parseYaml(String(text), { maxAliasCount: 0 })),
  }),
);

/** Those that look at the structure only, so that unknown parts do not matter. */
const STRUCTURAL: ReadonlyMap<string, HclFunction> = new Map(
  Object.entries(collectionFunctions.structural),
);

/**
 * Calls a function of Terraform's language; {@link UNKNOWN} for one that is not known here.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 * @throws EvaluationError where Terraform would fail.
 */
export function callFunction(
  name: string,
  args: readonly HclValue[],
  readFile: FileReader,
): HclValue {
  const [first] = args;
  // Text in text: what is unknown in it stays readable, so that a policy can still be looked at.
  if (name === 'jsonencode' && first !== undefined) return toJsonText(first);
  const structural = STRUCTURAL.get(name);
  if (structural) {
    const value = structural(...args);
    return value === undefined ? UNKNOWN : value;
  }
  const known: HclFunction | undefined =
    FUNCTIONS.get(name) ?? fileFunctions(readFile).get(name);
  if (!known || !args.every(isKnown)) return UNKNOWN;
  const value = known(...args);
  if (value === undefined) throw new EvaluationError(`${name}() fails`);
  return value;
}

function fileFunctions(readFile: FileReader): ReadonlyMap<string, HclFunction> {
  return new Map<string, HclFunction>([
    ['file', path => readFile(String(path))],
    ['fileexists', path => readFile(String(path)) !== undefined],
  ]);
}

function parsed(parse: () => unknown): HclValue | undefined {
  try {
    return fromJson(parse());
  } catch {
    return undefined;
  }
}
