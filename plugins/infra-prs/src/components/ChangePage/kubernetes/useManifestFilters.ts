import { isAtLeast, ManifestTarget } from '@slipway/plugin-infra-prs-common';
import { useSearchParams } from 'react-router-dom';
import { RiskFilter } from '../usePlanFilters';
import { MANIFEST_ACTIONS, ManifestAction, ManifestRow } from './manifestRows';

const RISKS: readonly RiskFilter[] = ['all', 'risky', 'high'];

/** Filters of the manifests; the URL holds them, so that a link shows the same. */
export function useManifestFilters() {
  const [params, setParams] = useSearchParams();
  const find = params.get('find') ?? '';
  const environment = params.get('env') ?? '';
  const asked = params.get('action')?.split(',') ?? [];
  const actions = MANIFEST_ACTIONS.filter(action => asked.includes(action));
  const risk = RISKS.find(name => name === params.get('risk')) ?? 'all';
  const set = (name: 'find' | 'action' | 'risk' | 'env', value: string) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (value === '' || value === 'all') next.delete(name);
        else next.set(name, value);
        return next;
      },
      // Each letter would be a step back otherwise.
      { replace: true },
    );
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    find,
    actions,
    risk,
    environment,
    isSet: find !== '' || actions.length > 0 || risk !== 'all',
    setFind: (text: string) => set('find', text),
    setActions: (chosen: readonly ManifestAction[]) =>
      set('action', chosen.join()),
    setRisk: (chosen: RiskFilter) => set('risk', chosen),
    setEnvironment: (name: string) => set('env', name),
    selectTarget: (target: ManifestTarget) =>
      environment === '' || target.environment === environment,
    select: ({ object, risks }: ManifestRow) =>
      (actions.length === 0 || actions.includes(object.action)) &&
      (risk === 'all' ||
        risks.some(
          ({ severity }) => risk === 'risky' || isAtLeast(severity, 'high'),
        )) &&
      words.every(word => object.key.toLowerCase().includes(word)),
  };
}

/** @see useManifestFilters */
export type ManifestFilters = ReturnType<typeof useManifestFilters>;
