import { createHash } from 'node:crypto';
import { ManifestError } from '@slipway/infrastructure-code';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { inputFiles } from './inputFolders';
import { ManifestRenderer } from './ManifestRenderer';

const MAX_ENTRIES = 200;

/** Renders a folder again only when a file that it depends on has changed. */
export class CachingRenderer implements ManifestRenderer {
  private readonly rendered = new Map<
    string,
    Promise<readonly KubernetesObject[]>
  >();

  constructor(private readonly renderer: ManifestRenderer) {}

  async render(
    files: ReadonlyMap<string, string>,
    path: string,
  ): Promise<readonly KubernetesObject[]> {
    const folder = path.replace(/\/+$/, '');
    const inputs = inputFiles(files, folder);
    if (inputs.size === 0) {
      throw new ManifestError(`${path}: app path does not exist`);
    }
    const key = createHash('sha256')
      .update(JSON.stringify([folder, ...inputs]))
      .digest('hex');
    const known = this.rendered.get(key);
    if (known) return known;
    const rendering = this.renderer.render(inputs, folder);
    this.rendered.set(key, rendering);
    rendering.catch(() => this.rendered.delete(key));
    const [oldest] = this.rendered.keys();
    if (this.rendered.size > MAX_ENTRIES) this.rendered.delete(oldest);
    return rendering;
  }

  /** Forgets everything, as a hard refresh does. */
  clear(): void {
    this.rendered.clear();
  }
}
