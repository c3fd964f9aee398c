import { BuiltObject, ManifestError } from '@slipway/infrastructure-code';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { ManifestTarget, safeText } from '@slipway/plugin-infra-prs-common';
import { expandApplicationSets } from './applicationSets/expandApplicationSets';
import { CommitFiles } from './CommitFiles';
import { compareObjects } from './compareObjects';
import { environmentOfPath } from './environmentOfPath';
import { FoundTarget } from './findTargets';
import { renderSide } from './renderSide';

/** More objects in one target are not compared. */
const MAX_OBJECTS = 3_000;

type Rendered =
  | {
      readonly objects: readonly BuiltObject[];
      readonly notes: readonly string[];
    }
  | { readonly problem: string };

/** Both sides of a change. */
export interface ComparedSides {
  readonly before: CommitFiles;
  readonly after: CommitFiles;
  /** Whether an address is that of this repository. */
  readonly isOurs: (repoUrl: string) => boolean;
}

/** A target before and after; where a side cannot be rendered it says why, and shows nothing. */
export async function compareTarget(
  target: FoundTarget,
  sides: ComparedSides,
  environments: readonly SlipwayEnvironment[],
): Promise<ManifestTarget> {
  const [before, after] = await Promise.all(
    [sides.before, sides.after].map(side =>
      attempt(target, side, sides.isOurs),
    ),
  );
  const environment = environmentOfPath(target.path, environments);
  const about = {
    path: target.path,
    ...(environment !== undefined && { environment }),
    kind: target.kind,
  };
  if ('objects' in before && 'objects' in after) {
    const compared = compareObjects(before.objects, after.objects);
    // What a set makes elsewhere stays as it is while the set does.
    const isAboutSets = compared.objects.some(({ kind }) =>
      ['Application', 'ApplicationSet'].includes(kind),
    );
    const notes = isAboutSets
      ? [...new Set([...after.notes, ...before.notes])].map(safeText)
      : [];
    return { ...about, ...compared, ...(notes.length > 0 && { notes }) };
  }
  const problems = [
    ...('problem' in after ? [`It cannot be shown: ${after.problem}`] : []),
    ...('problem' in before
      ? [`What was there before cannot be shown: ${before.problem}`]
      : []),
  ];
  return {
    ...about,
    objects: [],
    unchanged: 0,
    risks: [],
    problem: safeText(problems.join('. ')),
  };
}

async function attempt(
  target: FoundTarget,
  side: CommitFiles,
  isOurs: ComparedSides['isOurs'],
): Promise<Rendered> {
  try {
    const objects = await renderSide(target, side);
    const made = await expandApplicationSets(objects, side, isOurs);
    const all = [...objects, ...made.objects];
    return all.length > MAX_OBJECTS
      ? { problem: `it has more than ${MAX_OBJECTS} objects` }
      : { objects: all, notes: made.notes };
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return { problem: error.message.slice(0, 500) };
  }
}
