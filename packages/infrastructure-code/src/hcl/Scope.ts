import { EvaluationError, Value } from './Value';

/** What an expression can see. */
export interface Scope {
  /** The value of the first name of a reference; throws EvaluationError for one that is not declared. */
  resolve(name: string): Value;
  /** Text of a file that is kept beside the module; undefined where there is none. */
  readFile(path: string): string | undefined;
  /** What cannot be evaluated is an error, as it is to Terraform; otherwise it is unknown. */
  readonly strict: boolean;
}

/** A scope with names of its own before those of another. */
export function withNames(
  scope: Scope,
  names: Readonly<Record<string, Value>>,
): Scope {
  return {
    strict: scope.strict,
    readFile: path => scope.readFile(path),
    resolve: name =>
      Object.hasOwn(names, name) ? names[name] : scope.resolve(name),
  };
}

/** Types and defaults of types may name nothing. */
export const EMPTY_SCOPE: Scope = {
  strict: true,
  readFile: () => undefined,
  resolve: name => {
    throw new EvaluationError(`"${name}" cannot be referred to here`);
  },
};
