import {
  lineOf,
  PlannedResource,
  PolicyEngine,
  PolicySubject,
  toPolicyValues,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { TerraformRoot } from '../terraform/describeRoot';

/** Applies the policy to what a root would make, and shows each finding where the root asks for it. */
export function checkResourcePolicy(
  root: TerraformRoot,
  engine: PolicyEngine,
): Finding[] {
  const bySubject = new Map<PolicySubject, PlannedResource>(
    root.resources.map(resource => [toSubject(resource), resource]),
  );
  const { violations } = engine.evaluate(
    [...bySubject.keys()],
    root.environment,
  );
  return violations.flatMap(({ rule, subject }) => {
    const resource = bySubject.get(subject);
    if (!resource) return [];
    const { origin } = resource;
    return [
      {
        id: rule.id,
        severity: rule.severity,
        file: origin.file.path,
        line: lineOf(
          origin,
          origin.type === 'resource' ? rule.attribute : undefined,
        ),
        message: `${rule.message}: ${resource.address}`,
        reason: rule.reason,
        fix: rule.fix,
      },
    ];
  });
}

/** A resource as rules see it. */
export function toSubject({
  address,
  type,
  values,
}: PlannedResource): PolicySubject {
  return {
    address,
    type,
    module: address.slice(0, address.lastIndexOf(`${type}.`)),
    values: toPolicyValues(values),
  };
}
