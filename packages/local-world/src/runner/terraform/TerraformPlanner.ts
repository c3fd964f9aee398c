import path from 'node:path';
import { Diagnostic } from '@slipway/infrastructure-code';
import { parseTerraformPlan, readPlan } from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { Examination, Planner } from '../Planner';
import { ConfigurationError } from '../static/ConfigurationError';
import { Files } from '../static/loadModules';
import { TerraformInstallation } from './findTerraform';
import { configuredResources } from './configuredResources';
import { CommandResult, runTerraform } from './TerraformCommand';
import { inWorkFolder } from './workFolder';

const validateSchema = z.object({
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      summary: z.string(),
      detail: z.string().optional(),
      range: z
        .object({ filename: z.string(), start: z.object({ line: z.number() }) })
        .optional(),
    }),
  ),
});

/** Plans with Terraform itself: no account, no network, providers from a mirror only. */
export class TerraformPlanner implements Planner {
  readonly kind = 'terraform';

  constructor(private readonly installation: TerraformInstallation) {}

  async unformatted(
    files: Files,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const bad: string[] = [];
    for (const name of names) {
      const input = String(files.get(name) ?? '');
      const args = ['fmt', '-no-color', '-'];
      const result = await runTerraform('/', args, { signal, input });
      if (result.code !== 0 || result.stdout !== input) bad.push(name);
    }
    return bad;
  }

  /** A plan validates first; `validate` itself runs only to say where a root that cannot be planned is wrong. */
  async examine(
    files: Files,
    root: string,
    signal: AbortSignal,
  ): Promise<Examination> {
    try {
      return await inWorkFolder(files, root, async cwd => {
        await this.init(cwd, root, signal);
        const args = ['plan', '-no-color', '-refresh=false', '-lock=false'];
        const planned = await runTerraform(cwd, [...args, '-out=plan.bin'], {
          signal,
        });
        if (planned.code !== 0) {
          const problems = await this.validate(cwd, root, signal);
          if (problems.length > 0) return { problems };
          throw failure(root, planned, cwd);
        }
        const show = ['show', '-json', 'plan.bin'];
        const shown = await runTerraform(cwd, show, { signal });
        if (shown.code !== 0) throw failure(root, shown, cwd);
        const plan = parseTerraformPlan(shown.stdout);
        return { planned: configuredResources(plan), plan: readPlan(plan) };
      });
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return { problems: error.diagnostics };
    }
  }

  private async validate(
    cwd: string,
    root: string,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]> {
    const args = ['validate', '-json', '-no-color'];
    const { stdout } = await runTerraform(cwd, args, { signal });
    return readDiagnostics(stdout, root);
  }

  private async init(
    cwd: string,
    root: string,
    signal: AbortSignal,
  ): Promise<void> {
    const plugins = `-plugin-dir=${this.installation.pluginDir}`;
    const args = ['init', '-no-color', '-input=false', plugins];
    const result = await runTerraform(cwd, args, { signal });
    if (result.code !== 0) throw failure(root, result, cwd);
  }
}

function readDiagnostics(text: string, root: string): Diagnostic[] {
  const { diagnostics } = validateSchema.parse(JSON.parse(text));
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail, range }) => ({
      summary,
      detail,
      file: range && path.posix.normalize(`${root}/${range.filename}`),
      line: range?.start.line,
    }));
}

/** Terraform frames its errors for a terminal; the folder it ran in is nobody's business. */
function failure(
  root: string,
  { stdout, stderr }: CommandResult,
  cwd: string,
): ConfigurationError {
  const text = (stderr.trim() || stdout.trim())
    .replaceAll(cwd, '.')
    .replace(/^[╷│╵ ]+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return new ConfigurationError([{ file: root, summary: text }]);
}
