import { toError } from '@backstage/errors';
import { annotations } from '@slipway/platform-common';
import {
  ArgoResource,
  Resolved,
  ResourceProblem,
} from '@slipway/platform-node';
import { parseLabelSelector } from './labelSelector';

function problemOf({
  appName,
  selector,
}: ArgoResource): ResourceProblem | undefined {
  if (appName || !selector) return undefined;
  try {
    parseLabelSelector(selector);
    return undefined;
  } catch (error) {
    return {
      annotation: annotations.argoAppSelector,
      message: toError(error).message,
      fix: 'Write a Kubernetes label selector such as app=orders,tier in (web)',
    };
  }
}

/** Turns selectors that cannot be read into problems of their annotation, each said once. */
export function withReadableSelectors(
  resolved: Resolved<ArgoResource>,
): Resolved<ArgoResource> {
  const checked = resolved.resources.map(resource => ({
    resource,
    problem: problemOf(resource),
  }));
  const found = new Map(
    checked.flatMap(({ problem }) =>
      problem ? [[problem.message, problem] as const] : [],
    ),
  );
  return {
    resources: checked
      .filter(({ problem }) => !problem)
      .map(({ resource }) => resource),
    problems: [...resolved.problems, ...found.values()],
  };
}
