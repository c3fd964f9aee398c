import { InputError } from '@backstage/errors';
import {
  PlatformFacts,
  ServiceSpec,
  SlipwayEnvironment,
} from '@slipway/platform-common';

/**
 * Refuses what the platform of an environment does not have.
 *
 * @throws InputError naming the field, the environment and what would do.
 */
export function requireInFacts(
  spec: ServiceSpec,
  environment: SlipwayEnvironment,
  facts: PlatformFacts,
): void {
  requireSameAccount(environment, facts);
  requireClusters(spec, facts);
  requireLoadBalancer(spec, facts);
  spec.subscriptions.forEach(({ source, name }, index) => {
    const known = source === 'topic' ? facts.topics : facts.event_buses;
    requireKnown(`subscriptions[${index}].name`, source, name, {
      known,
      environment: facts.name,
    });
  });
  spec.publishesTo.forEach((topic, index) =>
    requireKnown(`publishesTo[${index}]`, 'topic', topic, {
      known: facts.topics,
      environment: facts.name,
    }),
  );
}

/** Config and facts that disagree would write names of one account into the files of another. */
export function requireSameAccount(
  { name, account, region }: SlipwayEnvironment,
  facts: PlatformFacts,
): void {
  const agree =
    facts.name === name &&
    facts.account_id === account &&
    facts.region === region;
  if (!agree) {
    throw new InputError(
      `environments holds '${name}', which slipway.environments says is ${account} in ${region}, but its facts.json ${facts.name}, ${facts.account_id} in ${facts.region}; correct one of them`,
    );
  }
}

function requireClusters({ platform }: ServiceSpec, facts: PlatformFacts) {
  if (platform === 'ecs' && !facts.ecs_cluster) {
    throw new InputError(
      `environments holds '${facts.name}', which has no ECS cluster in its facts; leave it out or choose the platform 'eks'`,
    );
  }
  if (platform === 'eks' && !facts.eks_cluster) {
    throw new InputError(
      `environments holds '${facts.name}', which has no EKS cluster in its facts; leave it out or choose the platform 'ecs'`,
    );
  }
}

function requireLoadBalancer({ ingress }: ServiceSpec, facts: PlatformFacts) {
  if (ingress === 'none' || facts.load_balancers[ingress]) return;
  throw new InputError(
    `ingress is '${ingress}', but '${facts.name}' has no ${ingress} load balancer; choose another ingress or leave the environment out`,
  );
}

function requireKnown(
  field: string,
  what: 'topic' | 'bus',
  name: string,
  options: { known: Readonly<Record<string, string>>; environment: string },
): void {
  const { known, environment } = options;
  if (Object.hasOwn(known, name)) return;
  const names = Object.keys(known).sort().join(', ');
  throw new InputError(
    `${field} is '${name}', but '${environment}' has no ${what} of that name; ${
      names ? `choose of ${names}` : `it has none at all`
    }`,
  );
}
