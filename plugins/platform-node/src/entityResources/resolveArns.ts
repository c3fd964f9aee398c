import {
  Arn,
  parseArn,
  parseListAnnotation,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import { Environments } from '../environments/types';
import { ResourceProblem } from './types';

/** @internal */
export interface ResolvedArn {
  readonly arn: Arn;
  readonly environment: SlipwayEnvironment;
}

/** The ARNs of an annotation that are of `service` and lie in a known environment, and why the others cannot be used. */
export function resolveArns(
  entity: Entity,
  annotation: string,
  service: string,
  environments: Environments,
): { found: ResolvedArn[]; problems: ResourceProblem[] } {
  const found: ResolvedArn[] = [];
  const problems: ResourceProblem[] = [];
  for (const text of parseListAnnotation(
    entity.metadata.annotations?.[annotation],
  )) {
    const result = resolveArn(text, service, environments);
    if ('arn' in result) {
      found.push(result);
    } else {
      problems.push({ annotation, ...result });
    }
  }
  return { found, problems };
}

function resolveArn(
  text: string,
  service: string,
  environments: Environments,
): ResolvedArn | Omit<ResourceProblem, 'annotation'> {
  const shown = text.slice(0, 120);
  let arn: Arn;
  try {
    arn = parseArn(text);
  } catch {
    return {
      message: `'${shown}' is not an ARN`,
      fix: `Write arn:aws:${service}:<region>:<account>:<name>; separate several by commas`,
    };
  }
  if (arn.service !== service) {
    return {
      message: `'${shown}' is an ARN of ${arn.service}, not of ${service}`,
      fix: `Write the ARN of an ${service} resource`,
    };
  }
  const environment = environments.forArn(text);
  if (!environment) {
    return {
      message: `No environment has account ${arn.account} in ${arn.region} for '${shown}'`,
      fix: 'Correct the ARN, or add the account and region to slipway.environments in app-config',
    };
  }
  return { arn, environment };
}
