import { posix } from 'node:path';
import {
  InfrastructureRepository,
  infrastructurePaths,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { RepositoryRef } from '../clients/RepositoryClient';

/** What the files of one environment need to know of it. Paths are relative to the infrastructure repository. */
export interface EnvironmentFacts {
  readonly name: string;
  readonly title: string;
  readonly account: string;
  readonly region: string;
  readonly replicas: number;
  readonly terraformRoot: string;
  /** From the Terraform root to `terraform/modules`. */
  readonly terraformModules: string;
  /** From the Terraform root to the module that holds the environment's facts. */
  readonly environmentModule: string;
  readonly stateBucket: string;
  readonly overlay: string;
  readonly argoApplication: string;
  /** Instance of Argo CD that syncs it, where there is one. */
  readonly argocdInstance?: string;
}

/** @internal */
export function environmentFacts(
  environment: SlipwayEnvironment,
  owner: string,
  service: string,
): EnvironmentFacts {
  const root = infrastructurePaths.terraformRoot(environment, service);
  const { name, title, account, region, infrastructure } = environment;
  return {
    name,
    title,
    account,
    region,
    // Where changes are reviewed, a rollout or a lost node must not stop the service.
    replicas: environment.protection === 'reviewed' ? 2 : 1,
    terraformRoot: root,
    terraformModules: posix.relative(root, 'terraform/modules'),
    environmentModule: posix.relative(
      root,
      `${infrastructure.path}/environment`,
    ),
    stateBucket: `${owner}-terraform-state-${name}`,
    overlay: `${infrastructurePaths.gitopsApp(service)}/overlays/${name}`,
    argoApplication: infrastructurePaths.argoApplication(name, service),
    argocdInstance: environment.argocd?.instance,
  };
}

/** A repository in the three ways that steps and files name it. */
export interface RepositoryFacts {
  readonly slug: string;
  readonly owner: string;
  /** As the actions of the scaffolder take it: `github.com?owner=acme&repo=infrastructure`. */
  readonly repoUrl: string;
  readonly webUrl: string;
}

/** @internal */
export function repositoryFacts(
  { host, owner, repo }: RepositoryRef,
  apiBaseUrl: string | undefined,
): RepositoryFacts {
  // Only a Git host on loopback is reached without TLS.
  const scheme = apiBaseUrl?.startsWith('http://') ? 'http' : 'https';
  return {
    slug: `${owner}/${repo}`,
    owner,
    repoUrl: `${host}?owner=${encodeURIComponent(
      owner,
    )}&repo=${encodeURIComponent(repo)}`,
    webUrl: `${scheme}://${host}/${owner}/${repo}`,
  };
}

/** The repository that `github.com?owner=acme&repo=infrastructure` names. @internal */
export function parseRepositoryUrl(repoUrl: string): RepositoryRef {
  const { host, searchParams } = new URL(`https://${repoUrl}`);
  return {
    host,
    owner: searchParams.get('owner') ?? '',
    repo: searchParams.get('repo') ?? '',
  };
}

/** The repository of a service: beside the infrastructure's, named as the service. @internal */
export function serviceRepository(
  infrastructure: InfrastructureRepository,
  service: string,
): RepositoryRef {
  return {
    host: infrastructure.host,
    owner: infrastructure.owner,
    repo: service,
  };
}
