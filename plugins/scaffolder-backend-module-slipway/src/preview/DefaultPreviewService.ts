import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DryRunClient } from './DryRunClient';
import { Preview, PreviewService } from './PreviewService';
import { TemplateSource } from './TemplateSource';
import { toPreviewFile } from './toPreviewFile';

export interface PreviewServiceOptions {
  readonly catalog: CatalogService;
  readonly templates: TemplateSource;
  readonly dryRuns: DryRunClient;
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
    const { catalog, templates, dryRuns } = this.#options;
    const { templateRef, values } = request;
    const template = await catalog.getEntityByRef(templateRef, options);
    if (!template) {
      throw new NotFoundError(`There is no ${templateRef} in the catalog`);
    }
    const directoryContents = await templates.read(template);
    const files = await dryRuns.run(
      { template, values, directoryContents },
      options,
    );
    return {
      files: files
        .map(toPreviewFile)
        .sort(
          (a, b) =>
            a.repository.localeCompare(b.repository, 'en') ||
            a.path.localeCompare(b.path, 'en'),
        ),
    };
  }
}
