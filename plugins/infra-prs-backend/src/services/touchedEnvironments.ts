import { SlipwayEnvironment } from '@slipway/platform-common';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { addsOnlyThings } from './addsOnlyThings';

/** Elsewhere Terraform or Kustomize may read Markdown like any other file. */
const PROSE =
  /^docs\/|(^|\/)README\.md$|^(?!terraform\/|gitops\/)([^/]+\/)*[\w.-]+\.md$/;
const APP_BASE = /^gitops\/apps\/([^/]+)\/base\//;
const NEW_BASE = /^gitops\/apps\/([^/]+)\/base\/kustomization\.ya?ml$/;

/** Prose, and new catalog files; but who is in which group decides who approves, so not those that name people. */
function isHarmless(file: ChangedFile): boolean {
  if (file.status === 'renamed') return false;
  if (PROSE.test(file.path)) return true;
  return (
    file.path.startsWith('catalog/') &&
    file.status === 'added' &&
    addsOnlyThings(file)
  );
}

/** Applications that the change brings: their base has a new kustomization, and nothing in it was there before. */
function newAppsOf(files: readonly ChangedFile[]): ReadonlySet<string> {
  const added = files.filter(file => file.status === 'added');
  const known = new Set(
    files
      .filter(file => file.status !== 'added')
      .flatMap(file => [file.path, file.previousPath ?? file.path])
      .map(path => APP_BASE.exec(path)?.[1]),
  );
  const begun = added.flatMap(file => NEW_BASE.exec(file.path)?.[1] ?? []);
  return new Set(begun.filter(app => !known.has(app)));
}

function environmentOf(
  path: string,
  environments: readonly SlipwayEnvironment[],
): SlipwayEnvironment | undefined {
  const overlay = /^gitops\/apps\/[^/]+\/overlays\/([^/]+)\//.exec(path)?.[1];
  const argo = /^gitops\/argocd\/([^/]+)\//.exec(path)?.[1];
  return environments.find(
    ({ name, infrastructure }) =>
      path.startsWith(`${infrastructure.path}/`) ||
      overlay === name ||
      argo === name,
  );
}

/**
 * The environments a change reaches. What is shared, and what is not known, counts for all of them; the base of an
 * application that the change itself adds counts only for the overlays beside it.
 */
export function touchedEnvironments(
  files: readonly ChangedFile[],
  environments: readonly SlipwayEnvironment[],
): SlipwayEnvironment[] {
  const newApps = newAppsOf(files);
  const touched = new Set<SlipwayEnvironment>();
  const paths = files
    .filter(file => !isHarmless(file))
    .flatMap(file => [file.path, file.previousPath ?? file.path]);
  for (const path of paths) {
    const app = APP_BASE.exec(path)?.[1];
    if (app && newApps.has(app)) continue;
    const environment = environmentOf(path, environments);
    for (const each of environment ? [environment] : environments) {
      touched.add(each);
    }
  }
  return environments.filter(environment => touched.has(environment));
}
