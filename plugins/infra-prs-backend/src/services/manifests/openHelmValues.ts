import {
  BuildContext,
  isJsonObject,
  JsonObject,
  JsonValue,
  readDocuments,
} from '@slipway/infrastructure-code';

/**
 * An Application with Helm values that stand in it as one text opened, so that they are compared value by value, and what
 * is secret in them is masked. Nothing is changed of other objects.
 */
export function openHelmValues(object: JsonObject): JsonObject {
  if (object.kind !== 'Application' || !isJsonObject(object.spec)) {
    return object;
  }
  const { source, sources } = object.spec;
  return {
    ...object,
    spec: {
      ...object.spec,
      ...(source !== undefined && { source: openSource(source) }),
      ...(Array.isArray(sources) && { sources: sources.map(openSource) }),
    },
  };
}

function openSource(source: JsonValue): JsonValue {
  if (!isJsonObject(source) || !isJsonObject(source.helm)) return source;
  const { values } = source.helm;
  if (typeof values !== 'string') return source;
  const [document] = readDocuments(values, 'values', BuildContext.lenient);
  const opened = document?.value;
  return isJsonObject(opened)
    ? { ...source, helm: { ...source.helm, values: opened } }
    : source;
}
