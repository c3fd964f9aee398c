import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeTree } from '../writeTree';
import { Files } from '../static/loadModules';
import { CheckResult } from './CheckReporter';

const run = promisify(execFile);

/** Overlays of the apps that changed files belong to: `gitops/apps/<app>/overlays/<environment>`. */
export function changedOverlays(
  changed: readonly string[],
  files: Files,
): string[] {
  const apps = new Set(
    changed.flatMap(file => /^gitops\/apps\/[^/]+(?=\/)/.exec(file) ?? []),
  );
  const overlays = [...files.keys()].flatMap(file => {
    const match =
      /^((gitops\/apps\/[^/]+)\/overlays\/[^/]+)\/kustomization\.ya?ml$/.exec(
        file,
      );
    return match && apps.has(match[2]) ? match[1] : [];
  });
  return overlays.sort();
}

/** `kustomize build`: each overlay of a changed app can be rendered. Needs kubectl; skipped without it. */
export async function checkKustomize(
  files: Files,
  overlays: readonly string[],
  signal: AbortSignal,
): Promise<CheckResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slipway-kustomize-'));
  const problems: string[] = [];
  try {
    await writeTree(files, 'gitops/', folder);
    for (const overlay of overlays) {
      await run('kubectl', ['kustomize', path.join(folder, overlay)], {
        signal,
        timeout: 30_000,
        maxBuffer: 32 * 1024 * 1024,
      }).catch(error => {
        if (error.code === 'ENOENT') throw error;
        const text = String(error.stderr ?? error.message);
        problems.push(
          `${overlay}: ${text.replaceAll(`${folder}/`, '').trim()}`,
        );
      });
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
    const summary = 'kubectl is not installed on this machine.';
    return { conclusion: 'skipped', title: 'Skipped', summary };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const list = (lines: readonly string[]) =>
    lines.map(line => `- ${line}`).join('\n');
  if (problems.length > 0) {
    const title = `${problems.length} cannot be built`;
    return { conclusion: 'failure', title, summary: list(problems) };
  }
  const title = `${overlays.length} built`;
  return { conclusion: 'success', title, summary: list(overlays) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
