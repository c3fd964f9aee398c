import { PlanAction, PlanRoot } from '@slipway/plugin-infra-prs-common';

/** How many resources a plan adds, changes and destroys; one that is replaced counts as added and destroyed. */
export function planCounts(roots: readonly PlanRoot[]) {
  const changes = roots.flatMap(root => root.changes);
  const count = (...actions: PlanAction[]) =>
    changes.filter(change => actions.includes(change.action)).length;
  return {
    add: count('create', 'replace'),
    change: count('update'),
    destroy: count('delete', 'replace'),
  };
}

/** `4 to add, 0 to change, 0 to destroy` */
export function countsText(roots: readonly PlanRoot[]): string {
  const { add, change, destroy } = planCounts(roots);
  return `${add} to add, ${change} to change, ${destroy} to destroy`;
}

/** One line per environment, then what changes in each root, in Markdown. */
export function planSummary(roots: readonly PlanRoot[]): string {
  const environments = [...new Set(roots.map(root => root.environment))];
  const lines = environments.map(environment => {
    const own = roots.filter(root => root.environment === environment);
    return `${environment}: ${countsText(own)}`;
  });
  const details = roots.flatMap(root => {
    if (root.error) return [`\n**${root.path}** cannot be planned`];
    const changed = root.changes.filter(({ action }) => action !== 'no-op');
    return [
      `\n**${root.path}**`,
      ...changed.map(({ action, address }) => `- ${action} \`${address}\``),
    ];
  });
  return [...lines, ...details].join('\n').slice(0, 60_000);
}
