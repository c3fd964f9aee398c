import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { RequestRenderer } from '../render/RequestRenderer';
import { renderModelSchema } from '../render/renderModelSchema';
import { writeNewFiles } from '../render/writeNewFiles';
import { nothingCreated } from './nothingCreated';
import { renderInfrastructureExamples } from './renderInfrastructure.examples';
import { templateIdentity } from './templateIdentity';

/**
 * Writes the parts of a golden path into `./infrastructure` and `./service` of the workspace. A dry run reads the
 * parts from where a run does, and writes the same bytes.
 */
export const createRenderInfrastructureAction = (renderer: RequestRenderer) =>
  createTemplateAction({
    id: 'slipway:infra:render',
    description:
      'Writes the Terraform, GitOps and catalog files of a request, and what is shared by all services',
    examples: renderInfrastructureExamples,
    supportsDryRun: true,
    schema: {
      input: {
        values: z =>
          z
            .record(z.unknown())
            .describe('`values` of slipway:request:describe'),
      },
      output: {
        files: z => z.number().int().describe('How many files were written'),
        base: z =>
          z
            .record(z.string())
            .describe('Git ids of the committed files that were changed'),
      },
    },
    async handler(ctx) {
      const { templateRef } = templateIdentity(ctx.templateInfo);
      const files = await renderer
        .render(
          { templateRef, model: renderModelSchema.parse(ctx.input.values) },
          { credentials: await ctx.getInitiatorCredentials() },
        )
        .catch(nothingCreated);
      await writeNewFiles(ctx.workspacePath, files);
      ctx.logger.info(`${files.length} files`);
      ctx.output('files', files.length);
      ctx.output(
        'base',
        Object.fromEntries(
          files.flatMap(({ path, base }) => (base ? [[path, base]] : [])),
        ),
      );
    },
  });
