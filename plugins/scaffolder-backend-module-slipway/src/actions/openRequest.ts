import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { requestTextSchema } from '../services/requestTextSchema';
import { openRequestExamples } from './openRequest.examples';
import { OpenRequestOptions, openPullRequests } from './openPullRequests';

/**
 * The last step of a golden path: opens one pull request for each repository that has something to change, links them
 * to each other, and records who asked. A second run goes on with the same pull requests.
 */
export const createOpenRequestAction = (options: OpenRequestOptions) =>
  createTemplateAction({
    id: 'slipway:request:open',
    description:
      'Opens or updates the pull requests of a request and records who asked',
    examples: openRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        request: z =>
          z
            .record(z.unknown())
            .describe('`request` of slipway:request:describe'),
        base: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              '`base` of slipway:infra:render: committed files that were changed',
            ),
        pullRequests: z =>
          z
            .array(
              z.object({
                repository: z.enum(['infrastructure', 'service']),
                sourcePath: z
                  .string()
                  .describe('Folder of the workspace with the files'),
              }),
            )
            .min(1)
            .max(2),
      },
      output: {
        url: z => z.string().describe('Page of the request in the portal'),
        pullRequestNumber: z =>
          z.number().describe('In the infrastructure repository'),
        pullRequestUrl: z =>
          z.string().describe('Of the infrastructure repository'),
        servicePullRequestUrl: z =>
          z.string().describe("Of the service's repository, when it has one"),
      },
    },
    async handler(ctx) {
      const request = requestTextSchema.parse(ctx.input.request);
      if (ctx.isDryRun) {
        ctx.logger.info('A dry run opens no pull request');
        return;
      }
      const opened = await openPullRequests(
        {
          request,
          base: ctx.input.base ?? {},
          pullRequests: ctx.input.pullRequests,
        },
        ctx,
        options,
      );
      const { infrastructure, service } = opened;
      if (infrastructure) {
        ctx.output('url', `/infra-prs/${infrastructure.number}`);
        ctx.output('pullRequestNumber', infrastructure.number);
        ctx.output('pullRequestUrl', infrastructure.url);
      }
      if (service) ctx.output('servicePullRequestUrl', service.url);
    },
  });
