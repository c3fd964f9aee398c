import { parseAllDocuments } from 'yaml';
import { checkManifests } from '../../check/kubernetes/checkKubernetes';
import { checkObjectSet } from '../../check/kubernetes/checkObjectSet';
import { CheckOutcome, inParallel } from './Check';
import { runCommand } from './runCommand';

/** An overlay of one combination, by its folder in the workspace. */
export interface OverlayToCheck {
  readonly name: string;
  readonly path: string;
}

/** Whether kubectl builds each overlay, and each object of it is what its schema says and nothing else. */
export async function checkKustomize(
  workspace: string,
  overlays: readonly OverlayToCheck[],
): Promise<CheckOutcome[]> {
  return inParallel(overlays, 2, async ({ name, path }) => {
    const environment = path.split('/').at(-1);
    const check = `kustomize ${environment}`;
    const { ok, output, seconds } = await runCommand(
      'kubectl',
      ['kustomize', path],
      { cwd: workspace },
    );
    if (!ok) return { name, check, problem: output.trim(), seconds };
    const objects = parseAllDocuments(output).map(document => document.toJS());
    const findings = [
      ...(await checkManifests(path, objects)),
      ...checkObjectSet(path, objects),
    ];
    const problems = findings.map(({ message }) => message);
    return {
      name,
      check,
      seconds,
      ...(problems.length > 0 && { problem: problems.join('\n') }),
      ...(objects.length === 0 && { problem: 'The overlay builds nothing' }),
    };
  });
}
