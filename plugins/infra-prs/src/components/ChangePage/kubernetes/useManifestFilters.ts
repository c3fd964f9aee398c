import { ManifestTarget } from '@slipway/plugin-infra-prs-common';
import { useUrlFilters } from '../useUrlFilters';
import { MANIFEST_ACTIONS, ManifestRow } from './manifestRows';

/** Filters of the manifests. */
export function useManifestFilters() {
  const filters = useUrlFilters(MANIFEST_ACTIONS);
  const { kinds } = filters;
  const environment = filters.get('env');
  return {
    ...filters,
    environment,
    setEnvironment: (name: string) => filters.set('env', name),
    selectTarget: (target: ManifestTarget) =>
      environment === '' || target.environment === environment,
    select: ({ object, risks }: ManifestRow) =>
      (kinds.length === 0 || kinds.includes(object.action)) &&
      filters.hasRisk(risks) &&
      filters.hasWords(object.key),
  };
}

/** @see useManifestFilters */
export type ManifestFilters = ReturnType<typeof useManifestFilters>;
