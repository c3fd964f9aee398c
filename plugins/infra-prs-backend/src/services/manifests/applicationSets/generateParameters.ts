import { CommitFiles } from '../CommitFiles';
import { generatorSchema, GitGenerator } from './applicationSetSchema';
import { gitParameters } from './gitParameters';
import { Generated, Parameters } from './Parameters';

const WHY: Readonly<Record<string, string>> = {
  clusters: 'which clusters there are, only Argo CD knows',
  clusterDecisionResource: 'which clusters there are, only Argo CD knows',
  scmProvider: 'which repositories there are, only their host knows',
  pullRequest: 'which pull requests are open, only their host knows',
  plugin: 'what a plugin answers, only it knows',
  merge: 'merged generators are not expanded',
};
/** Settings that change when something is generated, not what. */
const HARMLESS = new Set(['requeueAfterSeconds']);
/** More applications of one set are not expanded. */
const MAX_APPLICATIONS = 500;

/** Where a generator looks. */
export interface GeneratorPlace {
  readonly side: CommitFiles;
  /** Whether an address is that of this repository. */
  readonly isOurs: (repoUrl: string) => boolean;
}

/** What one generator of an ApplicationSet makes at one commit. */
export async function generateParameters(
  generator: unknown,
  place: GeneratorPlace,
): Promise<Generated> {
  const parsed = generatorSchema.safeParse(generator);
  if (!parsed.success) return { problem: 'a generator cannot be read' };
  const { list, git, matrix, ...rest } = parsed.data;
  const [other] = Object.keys(rest);
  if (other !== undefined) {
    const why = Object.hasOwn(WHY, other) ? WHY[other] : 'it is not expanded';
    return { problem: `${other}: ${why}` };
  }
  if (list) {
    const { elements, ...unknown } = list;
    return bounded(unknown, { parameters: elements });
  }
  if (git) return ofGit(git, place);
  return matrix
    ? ofMatrix(matrix.generators, place)
    : { problem: 'a generator that is not known' };
}

async function ofGit(
  git: GitGenerator,
  place: GeneratorPlace,
): Promise<Generated> {
  const { repoURL, revision, directories, files, values, ...unknown } = git;
  if (!place.isOurs(repoURL)) {
    return { problem: `git: ${repoURL} is another repository` };
  }
  const known = topFolders(place.side);
  const outside = [...(directories ?? []), ...(files ?? [])].find(
    ({ path, exclude }) => !exclude && !known.has(path.split('/')[0]),
  );
  if (outside) {
    return {
      problem: `git: ${outside.path} is outside of the folders that are read`,
    };
  }
  if (values) return { problem: 'git: values are not expanded' };
  return bounded(unknown, {
    parameters: await gitParameters(git, place.side),
  });
}

function topFolders(side: CommitFiles): ReadonlySet<string> {
  return new Set([...side.tree.files.keys()].map(path => path.split('/')[0]));
}

async function ofMatrix(
  generators: readonly unknown[],
  place: GeneratorPlace,
): Promise<Generated> {
  if (JSON.stringify(generators[1]).includes('{{')) {
    return { problem: 'matrix: its second generator depends on the first' };
  }
  let all: readonly Parameters[] = [{}];
  for (const generator of generators) {
    const made = await generateParameters(generator, place);
    if ('problem' in made) return made;
    all = all.flatMap(one => made.parameters.map(two => ({ ...one, ...two })));
  }
  return bounded({}, { parameters: all });
}

function bounded(
  unknown: object,
  made: { readonly parameters: readonly Parameters[] },
): Generated {
  const [name] = Object.keys(unknown).filter(key => !HARMLESS.has(key));
  if (name !== undefined) return { problem: `${name} is not expanded` };
  return made.parameters.length > MAX_APPLICATIONS
    ? { problem: `it makes more than ${MAX_APPLICATIONS} applications` }
    : made;
}
