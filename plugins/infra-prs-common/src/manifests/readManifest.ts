import { markObject } from '../plan/markValue';
import {
  isObjectValue,
  MaskedValue,
  PlanObject,
  PlanValue,
} from '../plan/PlanValue';
import { safeText } from '../plan/safeText';
import { KubernetesManifest } from './ManifestValues';

/** Fields of a Secret that hold what nobody may see. */
const SECRET_FIELDS = ['data', 'stringData'];

/**
 * An object as Kubernetes knows it, with what is secret masked: all data of Secrets, and text whose name says that it is
 * one, such as `DB_PASSWORD` of a container.
 *
 * @param name - as it is known by, when a hash was added to it
 */
export function readManifest(
  value: Readonly<Record<string, unknown>>,
  name?: string,
): KubernetesManifest {
  const marked = markObject(value, {});
  const kind = textAt(marked, 'kind');
  const values = kind === 'Secret' ? maskSecret(marked) : marked;
  const metadata = values.get('metadata');
  const own = isObjectValue(metadata) ? metadata : new Map();
  const namespace = textAt(own, 'namespace');
  return {
    apiVersion: textAt(values, 'apiVersion'),
    kind,
    name: name ?? textAt(own, 'name'),
    ...(namespace !== '' && { namespace }),
    values,
  };
}

/** What an object is called on the page and in risks: `Deployment order-system/go-worker`. */
export function manifestKey(
  manifest: Pick<KubernetesManifest, 'kind' | 'namespace' | 'name'>,
): string {
  const { kind, namespace, name } = manifest;
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function textAt(values: PlanObject, key: string): string {
  const value = values.get(key);
  return typeof value === 'string' ? safeText(value) : '';
}

function maskSecret(values: PlanObject): PlanObject {
  const masked = new Map<string, PlanValue>(values);
  for (const field of SECRET_FIELDS) {
    const data = values.get(field);
    if (isObjectValue(data)) {
      const hidden = [...data].map(
        ([key, value]) => [key, new MaskedValue(value)] as const,
      );
      masked.set(field, new Map(hidden));
    } else if (data !== undefined) masked.set(field, new MaskedValue(data));
  }
  // What kubectl leaves behind is the whole Secret once more.
  const metadata = values.get('metadata');
  const annotations = isObjectValue(metadata) && metadata.get('annotations');
  if (isObjectValue(metadata) && isObjectValue(annotations)) {
    const last = 'kubectl.kubernetes.io/last-applied-configuration';
    if (annotations.has(last)) {
      const hidden = new Map([...annotations, [last, new MaskedValue('')]]);
      masked.set('metadata', new Map([...metadata, ['annotations', hidden]]));
    }
  }
  return masked;
}
