import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { CostEstimate } from '@slipway/infrastructure-code';
import { treeFileSource } from '../check/treeFileSource';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { estimateInfrastructure } from '../cost/estimateInfrastructure';
import { estimateCostExamples } from './estimateCost.examples';
import { readTexts } from './readTexts';

/**
 * Says what the rendered infrastructure costs in a month, as a range. Never stops a run: a price is advice. Has no
 * side effects.
 */
export const createEstimateCostAction = (tree: InfrastructureTree) =>
  createTemplateAction({
    id: 'slipway:cost:estimate',
    description:
      'Estimates the monthly cost of Terraform and Kubernetes files from AWS list prices, as a range with its assumptions',
    examples: estimateCostExamples,
    supportsDryRun: true,
    schema: {
      input: {
        sourcePath: z =>
          z
            .string()
            .default('./infrastructure')
            .describe(
              'Folder of the workspace with the files of the pull request',
            ),
      },
      output: {
        cost: z =>
          z
            .record(z.unknown())
            .describe('currency, asOf, total, environments, notEstimated'),
        summary: z => z.string().describe('In one line'),
      },
    },
    async handler(ctx) {
      const files = await readTexts(
        resolveSafeChildPath(ctx.workspacePath, ctx.input.sourcePath),
      );
      const cost = await estimateAgainst(tree, files).catch(error => {
        ctx.logger.warn(`Not all can be priced: ${error.message}`);
        return estimateInfrastructure(files, {});
      });
      const { low, high } = cost.total;
      const summary = `${low.toFixed(2)} to ${high.toFixed(2)} ${
        cost.currency
      } a month, list prices of ${cost.asOf}`;
      ctx.logger.info(summary);
      ctx.output('cost', { ...cost });
      ctx.output('summary', summary);
    },
  });

async function estimateAgainst(
  tree: InfrastructureTree,
  files: ReadonlyMap<string, string>,
): Promise<CostEstimate> {
  const base = treeFileSource(tree, await tree.snapshot());
  return estimateInfrastructure(files, { base });
}
