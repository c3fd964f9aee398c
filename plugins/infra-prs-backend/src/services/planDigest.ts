import { createHash } from 'node:crypto';
import { PlanRoot } from '@slipway/plugin-infra-prs-common';

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]),
  );
}

/**
 * `sha256:<hex>` over what a plan will do. Neither the head commit nor the order of roots and changes
 * counts, so that a rebase which plans the same keeps its digest; nor does what it costs, which a new price list moves, or what scanners say of it.
 */
export function planDigest(roots: readonly PlanRoot[]): string {
  const sorted = [...roots]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(
      ({ cost: _, findings: _findings, omittedFindings: _more, ...root }) => ({
        ...root,
        changes: [...root.changes].sort((a, b) =>
          a.address < b.address ? -1 : 1,
        ),
      }),
    );
  const text = JSON.stringify(canonical(sorted));
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
