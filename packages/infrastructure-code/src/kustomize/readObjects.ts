import { BuildContext } from './BuildContext';
import { BuiltObject } from './BuiltObject';
import { isJsonObject } from './JsonValue';
import { readDocuments } from './YamlManifest';

/**
 * Objects of one file.
 *
 * @throws ManifestError where the build is strict and there is something else in it.
 */
export function readObjects(
  file: string,
  text: string,
  context: BuildContext = BuildContext.lenient,
): BuiltObject[] {
  return readDocuments(text, file, context).flatMap(({ value, lineOf }) => {
    if (isJsonObject(value)) return [{ file, line: lineOf([]), value }];
    context.refuse(`${file}: not a Kubernetes object`);
    return [];
  });
}
