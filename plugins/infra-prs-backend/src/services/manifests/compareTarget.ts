import { BuiltObject, ManifestError } from '@slipway/infrastructure-code';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { ManifestTarget, safeText } from '@slipway/plugin-infra-prs-common';
import { CommitFiles } from './CommitFiles';
import { compareObjects } from './compareObjects';
import { environmentOfPath } from './environmentOfPath';
import { FoundTarget } from './findTargets';
import { renderSide } from './renderSide';

/** More objects in one target are not compared. */
const MAX_OBJECTS = 3_000;

type Rendered =
  | { readonly objects: readonly BuiltObject[] }
  | { readonly problem: string };

/** Both sides of a change. */
export interface ComparedSides {
  readonly before: CommitFiles;
  readonly after: CommitFiles;
}

/** A target before and after; where a side cannot be rendered it says why, and shows nothing. */
export async function compareTarget(
  target: FoundTarget,
  sides: ComparedSides,
  environments: readonly SlipwayEnvironment[],
): Promise<ManifestTarget> {
  const [before, after] = await Promise.all(
    [sides.before, sides.after].map(side => attempt(target, side)),
  );
  const environment = environmentOfPath(target.path, environments);
  const about = {
    path: target.path,
    ...(environment !== undefined && { environment }),
    kind: target.kind,
  };
  if ('objects' in before && 'objects' in after) {
    return { ...about, ...compareObjects(before.objects, after.objects) };
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
): Promise<Rendered> {
  try {
    const objects = await renderSide(target, side);
    return objects.length > MAX_OBJECTS
      ? { problem: `it has more than ${MAX_OBJECTS} objects` }
      : { objects };
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return { problem: error.message.slice(0, 500) };
  }
}
