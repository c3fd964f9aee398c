import { NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { RequestService } from '../services/RequestService';
import { describeRequestExamples } from './describeRequest.examples';
import { nothingCreated } from './nothingCreated';
import { templateIdentity } from './templateIdentity';

/**
 * The first step of a golden path: checks what the form said once more on the server, as the person who asks, and
 * gives the later steps everything they must agree on. Has no side effects.
 */
export const createDescribeRequestAction = (requests: RequestService) =>
  createTemplateAction({
    id: 'slipway:request:describe',
    description:
      'Checks a request for a new service and describes the change it makes to the infrastructure repository',
    examples: describeRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the service'),
        description: z => z.string().describe('What it is for, in one line'),
        owner: z => z.string().describe('Entity ref of the owning group'),
        system: z => z.string().describe('Entity ref of the system'),
        environments: z =>
          z.array(z.string()).describe('Names of slipway.environments'),
        queues: z =>
          z
            .array(z.string())
            .optional()
            .describe('Queues it will own, without the environment in front'),
        parameters: z =>
          z
            .record(z.unknown())
            .optional()
            .describe('What the form said, kept with the request'),
      },
      output: {
        id: z => z.string().describe('Stable for one template and service'),
        entityRef: z => z.string().describe('The component to be'),
        branchName: z => z.string().describe('Branch of the pull request'),
        title: z => z.string().describe('Title of the pull request'),
        description: z => z.string().describe('Body of the pull request'),
        commitMessage: z => z.string().describe('With trailers'),
        metadata: z => z.record(z.unknown()).describe('For the record step'),
        environments: z => z.array(z.record(z.unknown())).describe('Facts'),
        infrastructure: z => z.record(z.string()).describe('Repository'),
        service: z => z.record(z.string()).describe('Repository'),
        namespace: z => z.string().describe('Kubernetes namespace'),
        ownerName: z => z.string().describe('Owner as tags hold it'),
        systemName: z => z.string().describe('System as tags hold it'),
      },
    },
    async handler(ctx) {
      const requester = ctx.user?.ref;
      if (!requester) {
        throw new NotAllowedError('Only a signed-in person can make a request');
      }
      const { queues = [], parameters = {}, ...input } = ctx.input;
      const described = await requests.describe(
        {
          ...input,
          ...templateIdentity(ctx.templateInfo),
          queues,
          parameters,
          requester,
        },
        { credentials: await ctx.getInitiatorCredentials() },
      );
      // The Git host is asked when it counts; a preview must not depend on it.
      if (!ctx.isDryRun) {
        await requests.checkInfrastructure(described).catch(nothingCreated);
      }
      const { metadata, environments, infrastructure, service, ...text } =
        described;
      ctx.output('metadata', { ...metadata });
      ctx.output(
        'environments',
        environments.map(facts => ({ ...facts })),
      );
      ctx.output('infrastructure', { ...infrastructure });
      ctx.output('service', { ...service });
      ctx.output('id', text.id);
      ctx.output('entityRef', text.entityRef);
      ctx.output('branchName', text.branchName);
      ctx.output('title', text.title);
      ctx.output('description', text.description);
      ctx.output('commitMessage', text.commitMessage);
      ctx.output('namespace', text.namespace);
      ctx.output('ownerName', text.ownerName);
      ctx.output('systemName', text.systemName);
    },
  });
