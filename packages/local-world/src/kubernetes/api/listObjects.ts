import { z } from 'zod';
import { Millis } from '../../world/types';
import { Cluster } from '../Cluster';
import { KubernetesObject } from '../KubernetesObject';
import { parseLabelSelector } from '../labelSelector';
import { ResourceType } from '../resourceTypes';
import { KubernetesApiError } from './KubernetesApiError';
import { namespaceObjects } from './namespaceObjects';
import { podEvents } from './podEvents';
import { podMetrics } from './podMetrics';

const listQuerySchema = z.looseObject({
  labelSelector: z.string().default(''),
  fieldSelector: z.string().default(''),
  limit: z.coerce.number().int().min(0).default(0),
  continue: z.coerce.number().int().min(0).default(0),
  watch: z.string().optional(),
});

/** All objects of a kind, those that no one applied included. */
export function objectsOf(
  cluster: Cluster,
  type: ResourceType,
  now: Millis,
): readonly KubernetesObject[] {
  switch (type.kind) {
    case 'Event':
      return podEvents(cluster, now);
    case 'PodMetrics':
      return podMetrics(cluster, now);
    case 'Namespace':
      return namespaceObjects(cluster);
    default:
      return cluster.list(type);
  }
}

/** A `List` of a kind with the selectors and paging of a request applied. */
export function listObjects(
  cluster: Cluster,
  type: ResourceType,
  namespace: string | undefined,
  query: unknown,
  now: Millis,
) {
  const parsed = listQuerySchema.safeParse(query);
  if (!parsed.success) {
    throw KubernetesApiError.badRequest(
      `invalid list options: ${parsed.error.issues[0].path.join('.')}`,
    );
  }
  const { limit, continue: offset, watch } = parsed.data;
  if (watch !== undefined && watch !== 'false' && watch !== '0') {
    throw KubernetesApiError.notImplemented(`watch of ${type.plural}`);
  }
  const selected = objectsOf(cluster, type, now)
    .filter(({ metadata }) => !namespace || metadata.namespace === namespace)
    .filter(selector(parsed.data.labelSelector))
    .filter(fieldSelector(parsed.data.fieldSelector));
  const end = limit > 0 ? offset + limit : selected.length;
  return {
    kind: `${type.kind}List`,
    apiVersion: type.group ? `${type.group}/${type.version}` : type.version,
    metadata: {
      resourceVersion: String(Math.floor(now / 1000)),
      ...(end < selected.length && {
        continue: String(end),
        remainingItemCount: selected.length - end,
      }),
    },
    items: selected.slice(offset, end).map(withoutType),
  };
}

/** Items of a list carry neither kind nor apiVersion in JSON. */
function withoutType(object: KubernetesObject) {
  const { apiVersion: _version, kind: _kind, ...rest } = object;
  return rest;
}

function selector(text: string): (object: KubernetesObject) => boolean {
  try {
    const matches = parseLabelSelector(text);
    return ({ metadata }) => matches(metadata.labels ?? {});
  } catch (error) {
    throw KubernetesApiError.badRequest(
      error instanceof Error ? error.message : String(error),
    );
  }
}

function fieldSelector(text: string): (object: KubernetesObject) => boolean {
  const requirements = text
    .split(',')
    .filter(Boolean)
    .map(part => {
      const match = /^([\w.]+)(==|=|!=)(.*)$/.exec(part);
      if (!match) {
        throw KubernetesApiError.badRequest(
          `invalid selector: '${part}'; can't understand '${part}'`,
        );
      }
      return {
        path: match[1].split('.'),
        not: match[2] === '!=',
        value: match[3],
      };
    });
  return object =>
    requirements.every(
      ({ path, not, value }) => (fieldAt(object, path) === value) !== not,
    );
}

function fieldAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const record = z.record(z.string(), z.unknown()).safeParse(value);
    return record.success ? record.data[name] : undefined;
  }, object);
}
