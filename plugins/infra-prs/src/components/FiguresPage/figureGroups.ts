import { DoraAnswer, DoraFigures } from '@slipway/plugin-infra-prs-common';

/** What figures are told by. */
export const GROUPINGS = ['team', 'environment', 'template'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Figures of one team, environment or template; without a name of what has none. */
export type FigureGroup = DoraFigures & { readonly name: string };

/** The figures by one of them. */
export function figureGroups(
  data: DoraAnswer,
  grouping: Grouping,
): FigureGroup[] {
  switch (grouping) {
    case 'environment':
      return data.byEnvironment.map(each => ({
        ...each,
        name: each.environment,
      }));
    case 'template':
      return data.byTemplate.map(each => ({ ...each, name: each.template }));
    default:
      return data.teams.map(each => ({ ...each, name: each.team }));
  }
}
