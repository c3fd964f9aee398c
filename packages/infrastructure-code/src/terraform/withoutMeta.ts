import { ValueObject } from '../hcl/Value';

/** Arguments of a resource that Terraform itself takes; the rest are the provider's. */
const META = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
]);

/** Body of a resource without what Terraform takes itself. */
export function withoutMeta(body: ValueObject): ValueObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !META.has(name)),
  );
}
