import { NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { DescribedRequest, RequestService } from '../services/RequestService';
import { describeRequestExamples } from './describeRequest.examples';
import { nothingCreated } from './nothingCreated';
import { templateIdentity } from './templateIdentity';

/** Fields of the form that are no answers. */
const NO_ANSWERS = new Set(['preview']);

/**
 * The first step of a golden path: checks what the form said once more on the server, as the person who asks, and
 * gives the later steps everything they must agree on. Has no side effects.
 */
export const createDescribeRequestAction = (requests: RequestService) =>
  createTemplateAction({
    id: 'slipway:request:describe',
    description:
      'Checks what a golden path asks for and describes the change it makes',
    examples: describeRequestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .enum(['new-service', 'static-site', 'add-queue'])
            .describe('Which rules hold'),
        spec: z =>
          z.record(z.unknown()).describe('What the form said: `parameters`'),
        runtime: z =>
          z
            .enum(['spring-boot', 'quarkus', 'go', 'nestjs'])
            .optional()
            .describe('Of a new service; the template knows it'),
      },
      output: {
        request: z =>
          z
            .record(z.unknown())
            .describe('Id, branch, words and repositories of the pull request'),
        values: z =>
          z.record(z.unknown()).describe('`values` of every rendered file'),
        entityRef: z =>
          z.string().describe('The component that is made or changed'),
      },
    },
    async handler(ctx) {
      const requester = ctx.user?.ref;
      if (!requester) {
        throw new NotAllowedError('Only a signed-in person can make a request');
      }
      const { path, spec, runtime } = ctx.input;
      const described = await requests
        .describe(
          {
            ...templateIdentity(ctx.templateInfo),
            path,
            spec: { ...answers(spec), ...(runtime ? { runtime } : {}) },
            requester,
          },
          { credentials: await ctx.getInitiatorCredentials() },
        )
        .catch(nothingCreated);
      if (!ctx.isDryRun) {
        await requests.requireUnasked(described.request).catch(nothingCreated);
      }
      const { request, values, entityRef } = toJson(described);
      ctx.output('request', request);
      ctx.output('values', values);
      ctx.output('entityRef', entityRef);
    },
  });

function answers(spec: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(spec).filter(([field]) => !NO_ANSWERS.has(field)),
  );
}

/** Outputs are kept as JSON, which has no undefined. */
function toJson(described: DescribedRequest): {
  request: JsonObject;
  values: JsonObject;
  entityRef: string;
} {
  return JSON.parse(JSON.stringify(described));
}
