import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '@slipway/local-world';
import { repositoryRoot } from '../__testUtils__/goldenBackend';
import { findProviderMirror, runTool } from '../__testUtils__/tools';

jest.setTimeout(300_000);

const mirror = findProviderMirror();
const hasTerraform = runTool('terraform', ['version'], repositoryRoot).ok;

const source = join(repositoryRoot, 'terraform');
const modules = globSync('modules/*', { cwd: source });
const examples = globSync('modules/*/examples/*', { cwd: source });
const roots = globSync('live/*/services/*', { cwd: source });

/** Terraform leaves files behind, so it works on a copy. */
describe('terraform', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-terraform-'));
    cpSync(source, folder, {
      recursive: true,
      filter: file => !file.endsWith('.terraform'),
    });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const terraform = (args: string[], cwd = folder) => {
    const { ok, output } = runTool('terraform', [...args, '-no-color'], cwd);
    return `${ok ? 'ok' : 'failed'}: terraform ${args[0]}\n${output}`;
  };

  const init = (cwd: string) =>
    terraform(
      [
        'init',
        '-backend=false',
        '-input=false',
        ...(mirror ? [`-plugin-dir=${mirror}`] : []),
      ],
      cwd,
    );

  const ready = (what: string) =>
    requireTool('terraform', hasTerraform, what) &&
    requireTool('mirror of the AWS provider', mirror !== undefined, what);

  it('finds every root', () => {
    expect(roots.length).toBeGreaterThan(5);
    expect(modules.every(path => existsSync(join(source, path, 'tests')))).toBe(
      true,
    );
  });

  it('is formatted', () => {
    if (!requireTool('terraform', hasTerraform, 'terraform fmt')) return;
    expect(terraform(['fmt', '-check', '-recursive', '-diff'])).toMatch(/^ok/);
  });

  it.each(modules)('tests %s', path => {
    if (!ready(path)) return;
    const cwd = join(folder, path);
    expect(init(cwd)).toMatch(/^ok/);
    expect(terraform(['test'], cwd)).toMatch(/^ok/);
  });

  // As modules of one root: the provider, which takes seconds to start, is started once for all.
  it('validates every root and example', () => {
    if (!ready('terraform validate')) return;
    const calls = [...examples, ...roots].map(
      (path, index) =>
        `module "root_${index}" {\n  source = "./${path.replaceAll(
          '\\',
          '/',
        )}"\n}\n`,
    );
    writeFileSync(join(folder, 'all.tf'), calls.join('\n'));
    expect(init(folder)).toMatch(/^ok/);
    expect(terraform(['validate'], folder)).toMatch(/^ok/);
  });
});
