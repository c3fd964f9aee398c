import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { PathName } from '../services/pathNames';
import { CatalogPartSources } from './CatalogPartSources';
import { PartRenderer, RenderedFile } from './PartRenderer';
import { planRequestParts } from './planRequestParts';
import { RenderModel } from './RenderModel';

export interface RenderRequest {
  readonly path: PathName;
  readonly templateRef: string;
  readonly model: RenderModel;
}

/** Renders what a request writes beside its skeleton. */
export class RequestRenderer {
  constructor(private readonly options: { parts: CatalogPartSources }) {}

  /** @throws InputError naming the part that cannot be rendered; UpstreamError. */
  async render(
    { path, templateRef, model }: RenderRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<RenderedFile[]> {
    const source = await this.options.parts.forTemplate(templateRef, options);
    return new PartRenderer(source).render(planRequestParts(path, model));
  }
}
