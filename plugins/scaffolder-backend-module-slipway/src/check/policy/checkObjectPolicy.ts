import { Finding } from '../Finding';
import {
  BuiltObject,
  isJsonObject,
  JsonObject,
  PolicyEngine,
  PolicyEnvironment,
  PolicySubject,
} from '@slipway/infrastructure-code';

/** Applies the policy to objects of Kubernetes and Argo CD that belong together. */
export function checkObjectPolicy(
  objects: readonly BuiltObject[],
  environment: PolicyEnvironment,
  engine: PolicyEngine,
): Finding[] {
  const bySubject = new Map<PolicySubject, BuiltObject>(
    objects.map(object => [toObjectSubject(object.value), object]),
  );
  const { violations } = engine.evaluate([...bySubject.keys()], environment);
  return violations.flatMap(({ rule, subject }) => {
    const object = bySubject.get(subject);
    if (!object) return [];
    const { id, severity, message, reason, fix } = rule;
    return [
      {
        id,
        severity,
        file: object.file,
        line: object.line,
        message: `${message}: ${subject.address}`,
        reason,
        fix,
      },
    ];
  });
}

/** An object as rules see it. */
export function toObjectSubject(value: JsonObject): PolicySubject {
  const { kind, metadata } = value;
  const name = isJsonObject(metadata) ? String(metadata.name) : '';
  return {
    address: `${String(kind)}/${name}`,
    type: String(kind),
    module: '',
    values: value,
    pod: podOf(value),
  };
}

/** Spec of the pods that an object runs. */
export function podOf({ spec }: JsonObject): JsonObject | undefined {
  const job = recordAt(spec, 'jobTemplate', 'spec');
  return recordAt(job ?? spec, 'template', 'spec');
}

function recordAt(value: unknown, ...keys: readonly string[]) {
  const found = keys.reduce<unknown>(
    (current, key) => (isJsonObject(current) ? current[key] : undefined),
    value,
  );
  return isJsonObject(found) ? found : undefined;
}
