import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { countFiles } from './countFiles';
import { DryRunClient } from './DryRunClient';
import { FileComparer } from './FileComparer';
import { Preview, PreviewFile, PreviewService } from './PreviewService';
import { previewOutput } from './previewOutput';
import { TemplateSource } from './TemplateSource';

export interface PreviewServiceOptions {
  readonly catalog: CatalogService;
  readonly templates: TemplateSource;
  readonly dryRuns: DryRunClient;
  readonly comparer: FileComparer;
}

/** Previews by the scaffolder's own dry run: the code that will write the files writes the preview. */
export class DefaultPreviewService implements PreviewService {
  readonly #options: PreviewServiceOptions;

  static create(options: PreviewServiceOptions): DefaultPreviewService {
    return new DefaultPreviewService(options);
  }

  private constructor(options: PreviewServiceOptions) {
    this.#options = options;
  }

  async preview(
    request: { templateRef: string; values: Record<string, unknown> },
    options: { credentials: BackstageCredentials },
  ): Promise<Preview> {
    const { catalog, templates, dryRuns, comparer } = this.#options;
    const { templateRef, values } = request;
    const template = await catalog.getEntityByRef(templateRef, options);
    if (!template) {
      throw new NotFoundError(`There is no ${templateRef} in the catalog`);
    }
    const directoryContents = await templates.read(template);
    const result = await dryRuns.run(
      { template, values, directoryContents },
      options,
    );
    const { files, comparison } = await comparer.compare(result.files, {
      // A path that changes a service names it by its entity ref; the others make a repository.
      newService: values.service === undefined,
    });
    return {
      files: [...files].sort(byPlace),
      comparison,
      counts: countFiles(files),
      ...previewOutput(result.output),
    };
  }
}

function byPlace(a: PreviewFile, b: PreviewFile): number {
  return (
    a.repository.localeCompare(b.repository, 'en') ||
    a.path.localeCompare(b.path, 'en')
  );
}
