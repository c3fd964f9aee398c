import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireTool } from '@slipway/local-world';
import { orderMailer } from '../../__testUtils__/orderMailerFiles';
import { renderInfrastructure } from '../../__testUtils__/renderInfrastructure';
import { repositoryFiles } from '../../__testUtils__/repositoryTree';
import { findProviderMirror, runTool } from '../../__testUtils__/tools';
import {
  fileSourceOf,
  loadModuleTree,
  ModuleInstance,
  PolicyEngine,
  PolicySubject,
  readPolicyRules,
  UNKNOWN_TEXT,
} from '@slipway/infrastructure-code';
import { describeRoot } from '../terraform/describeRoot';
import { toSubject } from './checkResourcePolicy';
import { planSubjects } from './planSubjects';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

const ROOT = 'terraform/live/prod/services/order-mailer';
const OFFLINE = `terraform {
  backend "local" {}
}

provider "aws" {
  access_key                  = "none"
  secret_key                  = "none"
  allowed_account_ids         = []
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}
`;
const mirror = findProviderMirror();

/** Attributes whose values both know; the provider writes numbers and booleans of some as text. */
function known({ values }: PolicySubject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(values)
      .filter(([, value]) => !JSON.stringify(value).includes(UNKNOWN_TEXT))
      .filter(([, value]) =>
        ['string', 'number', 'boolean'].includes(typeof value),
      )
      .map(([name, value]) => [name, String(value)]),
  );
}

describe('a plan of Terraform and the evaluation of its source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-plan-'));
  let files: Map<string, string>;

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const rendered = await renderInfrastructure({
      ...orderMailer,
      platform: 'ecs',
      canary: false,
      table: { partitionKey: 'id' },
      sendsTo: ['notifications'],
    });
    files = new Map([
      ...repositoryFiles('terraform/**/*.{tf,json,yaml}'),
      ...rendered,
    ]);
  });

  function plan(): PolicySubject[] {
    for (const [path, text] of [
      ...files,
      [`${ROOT}/offline_override.tf`, OFFLINE] as const,
    ]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const terraform = (...args: string[]) => {
      const { ok, output } = runTool('terraform', args, join(folder, ROOT));
      if (!ok) throw new Error(output);
      return output;
    };
    terraform('init', '-input=false', `-plugin-dir=${mirror}`);
    terraform('plan', '-input=false', '-refresh=false', '-out=plan');
    return planSubjects(JSON.parse(terraform('show', '-json', 'plan')));
  }

  it('agree on resources, values and policy', async () => {
    if (
      !requireTool(
        'terraform with the AWS provider',
        mirror !== undefined,
        'plan',
      )
    )
      return;
    const tree = await loadModuleTree(ROOT, fileSourceOf(files));
    const instance = ModuleInstance.root(tree, ROOT, { strict: false });
    const root = instance && describeRoot(instance);
    const evaluated = (root?.resources ?? []).map(toSubject);
    const planned = plan();
    const addresses = (subjects: readonly PolicySubject[]) =>
      subjects.map(({ address }) => address).sort();
    expect(addresses(evaluated)).toEqual(addresses(planned));
    expect(planned.length).toBeGreaterThan(40);

    let compared = 0;
    const differences = evaluated.flatMap(subject => {
      const other = planned.find(({ address }) => address === subject.address);
      const real: ReadonlyMap<string, string> = other
        ? known(other)
        : new Map();
      return [...known(subject)].flatMap(([name, value]) => {
        if (!real.has(name)) return [];
        compared += 1;
        return real.get(name) === value
          ? []
          : [`${subject.address}.${name}: ${value} is ${real.get(name)}`];
      });
    });
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(200);

    const engine = PolicyEngine.create(await readPolicyRules());
    const environment = { name: 'prod', protected: true };
    const ofSource = engine.evaluate(evaluated, environment);
    expect(ofSource.violations).toEqual([]);
    expect(ofSource.undecided.map(({ rule }) => rule.id)).toEqual([
      'iam-wildcard-resource',
    ]);
    const ofPlan = engine.evaluate(planned, environment);
    expect(ofPlan.violations).toEqual([]);
    // In a plan the rules of a group are unknown until each resource of a rule is made, and checked, by itself.
    expect(
      ofPlan.undecided
        .filter(({ rule }) => rule.id === 'security-group-open')
        .map(({ subject }) => subject.type),
    ).toEqual(
      planned
        .filter(({ type }) => type === 'aws_security_group')
        .map(({ type }) => type),
    );
  }, 300_000);

  it('leaves out what goes away and what is only read', () => {
    const change = { actions: ['delete'], before: {}, after: null };
    const base = { address: 'a.b', type: 'aws_sqs_queue' };
    expect(
      planSubjects({
        format_version: '1.2',
        resource_changes: [
          { ...base, mode: 'managed', change },
          {
            ...base,
            mode: 'data',
            change: { actions: ['read'], after: { name: 'q' } },
          },
          {
            ...base,
            mode: 'managed',
            module_address: 'module.q["a"]',
            change: {
              actions: ['create'],
              after: { policy: '{"Statement":[]}', tags: null },
              after_unknown: { arn: true },
            },
          },
        ],
      }),
    ).toEqual([
      {
        ...base,
        module: 'module.q["a"].',
        values: { policy: { Statement: [] }, arn: UNKNOWN_TEXT },
      },
    ]);
    expect(() =>
      planSubjects({ format_version: '1.2', resource_changes: 'none' }),
    ).toThrow('resource_changes');
  });
});
