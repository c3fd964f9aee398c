import { InputError } from '@backstage/errors';
import { createTemplateRenderer, TemplateValue } from 'nunjitsu';
import { posix } from 'node:path';
import { nunjitsuFilters } from '../filters/nunjitsuFilters';
import { PartFile, PartSource } from './PartSource';
import { PartUse } from './planParts';

/** A rendered file of one of the two repositories. */
export interface RenderedFile {
  readonly repository: PartUse['repository'];
  readonly path: string;
  readonly content: string;
  /** Git id of the committed file that this is a change of. */
  readonly base?: string;
}

/** Renders parts in the language of `fetch:template`, with the filters of this module. */
export class PartRenderer {
  // The same interpreter that the scaffolder runs `fetch:template` with.
  readonly #renderer = createTemplateRenderer({
    filters: nunjitsuFilters(),
    trimBlocks: true,
    lstripBlocks: true,
  });

  constructor(private readonly source: PartSource) {}

  /** @throws InputError naming the part and file that cannot be rendered, or that two parts write. */
  async render(uses: readonly PartUse[]): Promise<RenderedFile[]> {
    const files = new Map<string, RenderedFile>();
    for (const use of uses) {
      for (const file of await this.#renderPart(use)) {
        const key = `${file.repository}/${file.path}`;
        if (files.has(key)) {
          throw new InputError(`Two parts write ${key}`);
        }
        files.set(key, file);
      }
    }
    return [...files.values()];
  }

  async #renderPart(use: PartUse): Promise<RenderedFile[]> {
    const files = await this.source.read(use.part);
    // What JSON cannot say, such as undefined, has no place in a template.
    const values: TemplateValue = JSON.parse(JSON.stringify(use.values));
    const context = this.#renderer.prepareContext({ values });
    return files.flatMap(file => {
      const text = (template: string) =>
        this.#renderText(template, context, use, file);
      const path = text(file.path);
      if (isSkipped(path)) return [];
      return [
        {
          repository: use.repository,
          path: posix.join(use.target, path),
          content: text(file.content),
        },
      ];
    });
  }

  #renderText(
    template: string,
    context: ReturnType<
      ReturnType<typeof createTemplateRenderer>['prepareContext']
    >,
    { part }: PartUse,
    { path }: PartFile,
  ): string {
    try {
      return String(this.#renderer.render(template, context));
    } catch (error) {
      throw new InputError(
        `The part ${part}/${path} cannot be rendered`,
        error,
      );
    }
  }
}

/** A path with an empty segment is skipped, as `fetch:template` does. */
function isSkipped(path: string): boolean {
  return path.split('/').some(segment => segment.trim() === '');
}
