import { parseAllDocuments } from 'yaml';
import {
  KubernetesObject,
  kubernetesObjectSchema,
} from '../../kubernetes/KubernetesObject';
import { ManifestError } from './ManifestRenderer';

/** The documents of a YAML file; empty ones are left out. */
export function parseYaml(text: string, file: string): readonly unknown[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap(document => {
    const [error] = document.errors;
    if (error)
      throw new ManifestError(`${file}: ${error.message.split('\n')[0]}`);
    const value: unknown = document.toJS();
    return value === null || value === undefined ? [] : [value];
  });
}

/** Kubernetes objects of a YAML file. */
export function parseManifests(
  text: string,
  file: string,
): readonly KubernetesObject[] {
  return parseYaml(text, file).map(value => {
    const parsed = kubernetesObjectSchema.safeParse(value);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw new ManifestError(
        `${file}: not a Kubernetes object: ${path.join('.')}: ${message}`,
      );
    }
    return parsed.data;
  });
}
