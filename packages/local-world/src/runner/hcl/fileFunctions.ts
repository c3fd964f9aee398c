import { posix } from 'node:path';
import { EvaluationError, isObject, toText, Value } from './Value';

/** Name under which a scope holds the files that expressions may read; no name of HCL can be this. */
export const FILES = 'file()';

type FileFunction = (files: Value, path: Value) => Value;

function read(files: Value, path: Value): string | undefined {
  const name = posix.normalize(toText(path));
  const text =
    isObject(files) && Object.hasOwn(files, name) ? files[name] : undefined;
  return text === undefined ? undefined : toText(text);
}

/** https://developer.hashicorp.com/terraform/language/functions/file, for files beside the module that asks */
export const fileFunctions: Readonly<Record<string, FileFunction>> = {
  file: (files, path) => {
    const text = read(files, path);
    if (text === undefined) {
      throw new EvaluationError(
        `Call to "file": no file exists at "${toText(path)}"`,
      );
    }
    return text;
  },
  fileexists: (files, path) => read(files, path) !== undefined,
};
