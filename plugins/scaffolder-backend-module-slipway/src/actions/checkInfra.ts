import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkInfrastructure } from '../check/checkInfrastructure';
import { Finding } from '../check/Finding';
import { treeFileSource } from '../check/treeFileSource';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { checkInfraExamples } from './checkInfra.examples';
import { nothingCreated } from './nothingCreated';
import { readTexts } from './readTexts';

const SHOWN_ERRORS = 5;
/**
 * Checks what a run is about to propose, on the same files that the preview shows. In a run an error stops it while
 * nothing is created yet; a dry run reports all, and comes without the Git host as well. Has no side effects.
 */
export const createCheckInfraAction = (tree: InfrastructureTree) =>
  createTemplateAction({
    id: 'slipway:infra:check',
    description:
      'Checks Terraform, Kubernetes and Argo CD files: syntax, format, schemas, module calls and the platform policy',
    examples: checkInfraExamples,
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
        findings: z =>
          z
            .array(z.record(z.unknown()))
            .describe('id, severity, file, line, message, reason, fix'),
        errors: z => z.number().describe('How many findings are errors'),
        warnings: z => z.number().describe('How many findings are warnings'),
      },
    },
    async handler(ctx) {
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath,
      );
      const files = await readTexts(folder);
      const findings = await checkAgainst(tree, files).catch(error => {
        if (!ctx.isDryRun) return nothingCreated(error);
        ctx.logger.warn(`Not compared with the repository: ${error.message}`);
        return checkInfrastructure(files, {});
      });
      const errors = findings.filter(({ severity }) => severity === 'error');
      const warnings = findings.filter(
        ({ severity }) => severity === 'warning',
      );
      ctx.logger.info(
        `${findings.length} findings, ${errors.length} of them errors`,
      );
      if (errors.length > 0 && !ctx.isDryRun) throw refusal(errors);
      ctx.output(
        'findings',
        findings.map(finding => ({ ...finding })),
      );
      ctx.output('errors', errors.length);
      ctx.output('warnings', warnings.length);
    },
  });

async function checkAgainst(
  tree: InfrastructureTree,
  files: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const base = treeFileSource(tree, await tree.snapshot());
  return checkInfrastructure(files, { base });
}

function refusal(errors: readonly Finding[]): InputError {
  const shown = errors
    .slice(0, SHOWN_ERRORS)
    .map(({ file, line, message, fix }) => {
      const place = line === undefined ? file : `${file}:${line}`;
      return `${place}: ${message.replace(/\.$/, '')}.${fix ? ` ${fix}` : ''}`;
    });
  const more = errors.length - shown.length;
  return new InputError(
    [
      `Nothing was created: the checks found ${errors.length} ${
        errors.length === 1 ? 'error' : 'errors'
      }.`,
      ...shown,
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n'),
  );
}
