import { BuildContext } from './BuildContext';
import { BuildObject, idsOf } from './BuildObject';
import { FieldSpec, isAboutKind, setField } from './fieldSpec';
import { withImages } from './imageTransform';
import { isJsonObject, JsonObject } from './JsonValue';
import { Kustomization } from './kustomizationSchema';
import {
  ownFields,
  selectorFields,
  templateFields,
  templateLabelFields,
} from './labelFields';
import { withAffixes, withNamespace } from './nameTransforms';
import { idOf } from './ObjectId';

type Objects = readonly BuildObject[];

/** In Kustomize's own order: namespace, names, labels, annotations, replicas, images. */
export function transform(
  objects: Objects,
  kustomization: Kustomization,
  context: BuildContext,
): Objects {
  const { namespace, commonAnnotations, images, replicas } = kustomization;
  const labelled = objects
    .map(object => withNamespace(object, namespace))
    .map(object => withAffixes(object, kustomization))
    .map(object => ({
      ...object,
      value: withMaps(
        withLabels(object.value, kustomization),
        commonAnnotations,
        [...ownFields('annotations'), ...templateFields('annotations')],
      ),
    }));
  return replicas
    .reduce<Objects>(
      (current, entry) => withReplicas(current, entry, context),
      labelled,
    )
    .map(object => ({ ...object, value: withImages(object.value, images) }));
}

/** Kustomize has the older field last. */
function withLabels(
  value: JsonObject,
  { labels, commonLabels }: Kustomization,
): JsonObject {
  const entries = [
    ...labels,
    { pairs: commonLabels, includeSelectors: true, includeTemplates: true },
  ];
  return entries.reduce<JsonObject>(
    (current, { pairs, includeSelectors, includeTemplates }) => {
      const templates = includeSelectors || includeTemplates;
      return withMaps(current, pairs, [
        ...ownFields('labels'),
        ...(templates ? templateLabelFields : []),
        ...(includeSelectors ? selectorFields : []),
      ]);
    },
    value,
  );
}

function withMaps(
  value: JsonObject,
  pairs: Readonly<Record<string, string>>,
  fields: readonly FieldSpec[],
): JsonObject {
  if (Object.keys(pairs).length === 0) return value;
  const id = idOf(value);
  return fields
    .filter(field => isAboutKind(field, id))
    .reduce(
      (current, field) =>
        setField(current, field, found => ({
          ...(isJsonObject(found) ? found : {}),
          ...pairs,
        })),
      value,
    );
}

const SCALABLE = [
  'Deployment',
  'ReplicationController',
  'ReplicaSet',
  'StatefulSet',
];

function withReplicas(
  objects: Objects,
  { name, count }: Kustomization['replicas'][number],
  context: BuildContext,
): Objects {
  const isMeant = (object: BuildObject) =>
    SCALABLE.includes(idOf(object.value).kind) &&
    idsOf(object).some(id => id.name === name);
  if (!objects.some(isMeant)) {
    context.refuse(`replicas: nothing that can be scaled is called '${name}'`);
  }
  const field = { path: 'spec/replicas', create: true };
  return objects.map(object =>
    isMeant(object)
      ? { ...object, value: setField(object.value, field, () => count) }
      : object,
  );
}
