import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planReportSchema } from '@slipway/plugin-infra-prs-common';
import { parse } from 'yaml';
import { z } from 'zod';

jest.setTimeout(60_000);

const rootDir = path.resolve(__dirname, '../../..');
const workflow = z
  .object({
    jobs: z.record(
      z.string(),
      z.object({
        steps: z.array(
          z.object({ name: z.string().optional(), run: z.string().optional() }),
        ),
      }),
    ),
  })
  .parse(
    parse(
      readFileSync(path.join(rootDir, 'terraform/workflows/plan.yaml'), 'utf8'),
    ),
  );
const scriptOf = (name: string) =>
  workflow.jobs.plan.steps.find(step => step.name === name)?.run ?? '';

const ROOT = 'terraform/live/dev/services/orders';
const sarif = (tool: string) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool } },
        results: [
          {
            ruleId: 'R1',
            message: { text: `Says ${tool}` },
            locations: [
              { physicalLocation: { artifactLocation: { uri: 'main.tf' } } },
            ],
          },
        ],
      },
    ],
  });

/** The steps of the job that plans, as a runner runs them, with tools that answer what a test says. */
describe('the workflow that plans', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'slipway-workflow-'));
    mkdirSync(path.join(folder, ROOT), { recursive: true });
    mkdirSync(path.join(folder, 'bin'));
    const bin = path.join(
      rootDir,
      'packages/slipway-plan/bin/slipway-plan.cjs',
    );
    tool('slipway-plan', `exec "${process.execPath}" "${bin}" "$@"`);
    cpSync(
      path.join(rootDir, 'plugins/infra-prs-common/corpus/plans/builtin.json'),
      path.join(folder, 'shown.json'),
    );
    tool('terraform', `[ "$1" = show ] && cat "${folder}/shown.json"; exit 0`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function tool(name: string, script: string) {
    const file = path.join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/bash\n${script}\n`);
    chmodSync(file, 0o755);
  }

  function run(...names: string[]) {
    for (const name of names) {
      const { status, stderr } = spawnSync(
        'bash',
        ['-eo', 'pipefail', '-c', scriptOf(name)],
        {
          cwd: folder,
          encoding: 'utf8',
          env: {
            PATH: `${folder}/bin:/usr/bin:/bin`,
            HOME: folder,
            ROOT,
            RUNNER_TEMP: `${folder}/temp`,
          },
        },
      );
      expect({ name, status, stderr }).toMatchObject({ status: 0 });
    }
    const [root] = planReportSchema.shape.roots.parse(
      JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')),
    );
    return root;
  }

  it('reports without scanners', () => {
    const root = run('Scan', 'Plan');
    expect(root.path).toBe(ROOT);
    expect(root.findings).toBeUndefined();
  });

  it('reports what the scanners of the runner find', () => {
    tool(
      'trivy',
      `[ "$1" = config ] && [ "$5" = --output ] && cat > "$6" <<< '${sarif(
        'Trivy',
      )}'`,
    );
    tool(
      'checkov',
      `mkdir -p "\${@: -1}" && cat > "\${@: -1}/results_sarif.sarif" <<< '${sarif(
        'Checkov',
      )}'`,
    );
    const found = run('Scan', 'Plan').findings ?? [];
    expect(found.map(({ tool: by, path: file }) => `${by} ${file}`)).toEqual([
      `Checkov ${ROOT}/main.tf`,
      `Trivy ${ROOT}/main.tf`,
    ]);
  });

  it('reports the plan when a scanner breaks, and an error with what was found', () => {
    tool('trivy', 'echo half > "$6"; exit 1');
    expect(run('Scan', 'Plan').findings).toBeUndefined();
    tool('trivy', `cat > "$6" <<< '${sarif('Trivy')}'`);
    tool('terraform', 'echo "Error: no such module"; exit 1');
    const root = run('Scan', 'Plan');
    expect(root.error).toContain('no such module');
    expect(root.findings).toHaveLength(1);
  });
});
