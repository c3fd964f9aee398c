import { SlipwayEnvironment } from './environments';

/**
 * Where a service's files live in the infrastructure repository. The layout is the contract between
 * the golden paths, which write these files, and the portal, which finds a service's changes by them.
 * @public
 */
export const infrastructurePaths = {
  terraformRoot: (
    environment: Pick<SlipwayEnvironment, 'infrastructure'>,
    service: string,
  ) => `${environment.infrastructure.path}/services/${service}`,
  gitopsApp: (service: string) => `gitops/apps/${service}`,
  argoApplication: (environment: string, service: string) =>
    `gitops/argocd/${environment}/${service}.yaml`,
  catalogEntity: (service: string) => `catalog/${service}.yaml`,
};

/** Whether a file of the infrastructure repository belongs to a service. @public */
export function belongsToService(file: string, service: string): boolean {
  return (
    file === infrastructurePaths.catalogEntity(service) ||
    file.startsWith(`${infrastructurePaths.gitopsApp(service)}/`) ||
    (file.startsWith('gitops/argocd/') && file.endsWith(`/${service}.yaml`)) ||
    file.includes(`/services/${service}/`)
  );
}
