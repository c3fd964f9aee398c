import { ServiceUnavailableError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { requestMetadataSchema } from '@slipway/plugin-infra-prs-common';
import { RequestRecorder } from '../clients/RequestRecorder';
import { recordRequestExamples } from './recordRequest.examples';

/** The last step of a golden path: from here on the portal knows who asked, whatever happens to the pull request's body. */
export const createRecordRequestAction = (recorder: RequestRecorder) =>
  createTemplateAction({
    id: 'slipway:request:record',
    description: 'Records who asked for an infrastructure pull request',
    examples: recordRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        pullRequestNumber: z =>
          z.number().int().positive().describe('In the infrastructure repo'),
        metadata: z =>
          z
            .record(z.unknown())
            .describe('`metadata` of slipway:request:describe'),
      },
      output: {
        url: z => z.string().describe('Page of the request in the portal'),
      },
    },
    async handler(ctx) {
      const { pullRequestNumber } = ctx.input;
      const metadata = requestMetadataSchema.parse(ctx.input.metadata);
      if (!ctx.isDryRun) {
        const credentials = await ctx.getInitiatorCredentials();
        await recorder
          .record({ pullRequestNumber, metadata }, { credentials })
          .catch(error => {
            throw new ServiceUnavailableError(
              `Pull request #${pullRequestNumber} is open, but the portal could not record who asked for it. Run the template again with the same answers: it goes on with the same pull request`,
              error,
            );
          });
      }
      ctx.output('url', `/infra-prs/${pullRequestNumber}`);
    },
  });
