import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { requestMetadataSchema } from '@slipway/plugin-infra-prs-common';
import { RequestService } from '../services/RequestService';
import { lookupRepositoryExamples } from './lookupRepository.examples';
import { nothingCreated } from './nothingCreated';

/**
 * Says what a run that was cut short left of the service's repository, so that the next run goes on from there.
 * Refuses a repository that this request did not make.
 */
export const createLookupRepositoryAction = (requests: RequestService) =>
  createTemplateAction({
    id: 'slipway:repository:lookup',
    description: 'Looks whether the repository of a service is there already',
    examples: lookupRepositoryExamples,
    supportsDryRun: true,
    schema: {
      input: {
        metadata: z =>
          z
            .record(z.unknown())
            .describe('`metadata` of slipway:request:describe'),
      },
      output: {
        exists: z => z.boolean().describe('The repository exists'),
        empty: z => z.boolean().describe('Nothing was pushed to it yet'),
      },
    },
    async handler(ctx) {
      const metadata = requestMetadataSchema.parse(ctx.input.metadata);
      const { exists, empty } = ctx.isDryRun
        ? { exists: false, empty: true }
        : await requests.lookupRepository(metadata).catch(nothingCreated);
      if (exists) {
        ctx.logger.info(
          empty
            ? 'The repository exists and is empty: going on with the push'
            : 'The repository was filled by an earlier run: left as it is',
        );
      }
      ctx.output('exists', exists);
      ctx.output('empty', empty);
    },
  });
