import {
  BuildContext,
  ManifestError,
  readDocuments,
} from '@slipway/infrastructure-code';
import {
  KubernetesObject,
  kubernetesObjectSchema,
} from '../../kubernetes/KubernetesObject';

/** The documents of a YAML file; empty ones are left out. */
export function parseYaml(text: string, file: string): readonly unknown[] {
  return readDocuments(text, file, BuildContext.strict).map(
    ({ value }) => value,
  );
}

/** Kubernetes objects of a YAML file. */
export function parseManifests(
  text: string,
  file: string,
): readonly KubernetesObject[] {
  return parseYaml(text, file).map(value => toKubernetesObject(value, file));
}

/** @throws ManifestError when it is none. */
export function toKubernetesObject(
  value: unknown,
  file: string,
): KubernetesObject {
  const parsed = kubernetesObjectSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new ManifestError(
    `${file}: not a Kubernetes object: ${path.join('.')}: ${message}`,
  );
}
