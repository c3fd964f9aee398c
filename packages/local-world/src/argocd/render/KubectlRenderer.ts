import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { ManifestError } from '@slipway/infrastructure-code';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { ManifestRenderer } from './ManifestRenderer';
import { parseManifests } from './parseManifests';

const run = promisify(execFile);
const TIMEOUT_MS = 20_000;
const MAX_OUTPUT_BYTES = 8 * 1024 * 1024;

/** Renders with `kubectl kustomize`. */
export class KubectlRenderer implements ManifestRenderer {
  /** Whether kubectl is on PATH. */
  static async isAvailable(): Promise<boolean> {
    try {
      await run('kubectl', ['kustomize', '--help'], { timeout: TIMEOUT_MS });
      return true;
    } catch {
      return false;
    }
  }

  async render(
    files: ReadonlyMap<string, string>,
    path: string,
  ): Promise<readonly KubernetesObject[]> {
    const root = await mkdtemp(join(tmpdir(), 'slipway-kustomize-'));
    try {
      for (const [name, content] of files) {
        const target = resolve(root, name);
        if (!target.startsWith(root + sep)) {
          throw new ManifestError(`'${name}' is outside the repository`);
        }
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      const output = await kustomize(root, path);
      return parseManifests(output, path);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
}

async function kustomize(root: string, path: string): Promise<string> {
  try {
    const { stdout } = await run('kubectl', ['kustomize', join(root, path)], {
      timeout: TIMEOUT_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    return stdout;
  } catch (error) {
    const stderr =
      error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const message = (stderr || String(error)).split(root).join('').trim();
    throw new ManifestError(
      `kustomize build ${path} failed: ${message.slice(0, 2_000)}`,
    );
  }
}
