import {
  BuiltObject,
  isJsonObject,
  JsonObject,
  ManifestError,
} from '@slipway/infrastructure-code';
import { CommitFiles } from '../CommitFiles';
import { ApplicationSet, applicationSetSchema } from './applicationSetSchema';
import { fillTemplate } from './fillTemplate';
import { generateParameters, GeneratorPlace } from './generateParameters';
import { Parameters } from './Parameters';

/** What Argo CD gives applications of a set, so that their resources go with them. */
const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

interface Expanded {
  /** Applications that the sets among the objects make. */
  readonly objects: readonly BuiltObject[];
  /** What of them is not known here, in words. */
  readonly notes: readonly string[];
}

/** The Applications that ApplicationSets make at one commit, from lists and from the repository itself. */
export async function expandApplicationSets(
  objects: readonly BuiltObject[],
  side: CommitFiles,
  isOurs: (repoUrl: string) => boolean,
): Promise<Expanded> {
  const made: BuiltObject[] = [];
  const notes: string[] = [];
  for (const { value, file, line } of objects) {
    if (value.kind !== 'ApplicationSet') continue;
    const parsed = applicationSetSchema.safeParse(value);
    const about = `ApplicationSet ${nameOf(value)}`;
    const say = (why: string) =>
      notes.push(`What ${about} makes is not shown as a whole: ${why}`);
    if (!parsed.success) {
      say('it is not as Argo CD has it');
      continue;
    }
    const set = parsed.data;
    notes.push(...kept(set, about));
    for (const generator of set.spec.generators) {
      const found = await attempt(() =>
        applications(set, generator, { side, isOurs }),
      );
      if ('problem' in found) say(found.problem);
      else
        made.push(...found.values.map(each => ({ value: each, file, line })));
    }
  }
  return { objects: made, notes: [...new Set(notes)] };
}

type Found =
  | { readonly values: readonly JsonObject[] }
  | { readonly problem: string };

async function attempt(find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return { problem: error.message.slice(0, 300) };
  }
}

async function applications(
  set: ApplicationSet,
  generator: unknown,
  place: GeneratorPlace,
): Promise<Found> {
  if (set.spec.templatePatch !== undefined) {
    return { problem: 'templatePatch is not applied' };
  }
  const made = await generateParameters(generator, place);
  if ('problem' in made) return made;
  return { values: made.parameters.map(each => application(set, each)) };
}

function application(set: ApplicationSet, parameters: Parameters): JsonObject {
  const { metadata, spec } = set;
  const { preserveResourcesOnDeletion } = spec.syncPolicy ?? {};
  const template = JSON.parse(JSON.stringify(spec.template));
  const filled = fillTemplate(template, parameters, spec.goTemplate === true);
  const own = isJsonObject(filled) ? filled : {};
  const named = isJsonObject(own.metadata) ? own.metadata : {};
  const finalizers =
    spec.template.metadata.finalizers ??
    (preserveResourcesOnDeletion ? undefined : [FINALIZER]);
  return {
    apiVersion: set.apiVersion,
    kind: 'Application',
    metadata: {
      ...named,
      ...(metadata.namespace !== undefined && {
        namespace: metadata.namespace,
      }),
      ...(finalizers && { finalizers }),
    },
    spec: own.spec ?? {},
  };
}

/** With some policies Argo CD does not delete, or does not update, what it made. */
function kept({ spec }: ApplicationSet, about: string): string[] {
  const policy = spec.syncPolicy?.applicationsSync;
  const WHAT = new Map([
    ['create-only', 'neither changed nor deleted'],
    ['create-update', 'never deleted'],
    ['create-delete', 'never changed'],
  ]);
  const what = WHAT.get(policy ?? '');
  return what === undefined
    ? []
    : [
        `Applications of ${about} are ${what} by it (applicationsSync: ${policy})`,
      ];
}

function nameOf({ metadata }: JsonObject): string {
  const name = isJsonObject(metadata) ? metadata.name : undefined;
  return typeof name === 'string' ? name.slice(0, 100) : '(without a name)';
}
