import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { mergeProject } from '../yamlEdit/mergeProject';
import { editQueueFiles } from './editQueueFiles';
import { PartRenderer, RenderedFile } from './PartRenderer';
import { PartSources } from './PartSource';
import { planRequestParts } from './planRequestParts';
import { RenderModel } from './RenderModel';

const PROJECT = /^gitops\/argocd\/[^/]+\/project-[^/]+\.yaml$/;

export interface RenderRequest {
  readonly templateRef: string;
  readonly model: RenderModel;
}

/** Renders what a request writes beside its skeleton. */
export class RequestRenderer {
  constructor(
    private readonly options: {
      parts: PartSources;
      tree: InfrastructureTree;
    },
  ) {}

  /** @throws InputError naming the part or file that is wrong; UpstreamError. */
  async render(
    { templateRef, model }: RenderRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<RenderedFile[]> {
    const { parts, tree } = this.options;
    const source = await parts.forTemplate(templateRef, options);
    const { blobs } = await tree.snapshot();
    const uses = planRequestParts(model, new Set(blobs.keys()));
    const rendered = await new PartRenderer(source).render(uses);
    const merged = await Promise.all(
      rendered.map(file => this.#mergeCommitted(file)),
    );
    if (model.path !== 'add-queue') return merged;
    return [...merged, ...(await editQueueFiles(model, tree))];
  }

  /** A team's AppProject is there when the team has a service already. */
  async #mergeCommitted(file: RenderedFile): Promise<RenderedFile> {
    const { repository, path, content } = file;
    if (repository !== 'infrastructure' || !PROJECT.test(path)) return file;
    const { tree } = this.options;
    const snapshot = await tree.snapshot();
    const committed = await tree.readText(snapshot, path);
    if (committed === undefined) return file;
    const base = snapshot.blobs.get(path);
    return { ...file, base, content: mergeProject(path, committed, content) };
  }
}
