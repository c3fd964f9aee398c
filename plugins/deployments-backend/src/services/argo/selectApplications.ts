import { SlipwayEnvironment } from '@slipway/platform-common';
import { ArgoResource } from '@slipway/platform-node';
import { ArgoApplication } from '../../clients/argoApplicationSchema';
import { parseLabelSelector } from './labelSelector';

/**
 * The applications of a list that an entity's annotations mean.
 *
 * @param neighbours - Other environments on the same Argo CD: what is deployed to their clusters is not this
 * environment's.
 * @throws InputError when the selector is malformed.
 */
export function selectApplications(
  resource: ArgoResource,
  applications: readonly ArgoApplication[],
  neighbours: readonly SlipwayEnvironment[],
): ArgoApplication[] {
  const { appName, selector, appNamespace, project } = resource;
  const selected =
    selector && !appName ? parseLabelSelector(selector) : undefined;
  const elsewhere = new Set(neighbours.map(({ eks }) => eks?.cluster));
  return applications.filter(({ metadata, spec }) => {
    const meant = selected
      ? selected(metadata.labels ?? {})
      : metadata.name === appName;
    return (
      meant &&
      (!appNamespace || metadata.namespace === appNamespace) &&
      (!project || spec.project === project) &&
      !(spec.destination?.name && elsewhere.has(spec.destination.name))
    );
  });
}
