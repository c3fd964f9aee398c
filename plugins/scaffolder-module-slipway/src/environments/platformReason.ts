import { EnvironmentChoice } from '../api/goldenPathSchemas';

const MISSING = {
  eks: 'no EKS cluster with Argo CD',
  ecs: 'no ECS cluster',
} as const;

/** Why a service on a platform cannot run in an environment; undefined when it can, or no platform is chosen. */
export function platformReason(
  { platforms }: EnvironmentChoice,
  platform: 'ecs' | 'eks' | undefined,
): string | undefined {
  return platform && !platforms.includes(platform)
    ? MISSING[platform]
    : undefined;
}
