import {
  formatPlanReport,
  PLAN_CHECK_NAME,
  PlanRoot,
} from '@slipway/plugin-infra-prs-common';
import { check, file, sha } from '../__testUtils__/facts';
import { planOf } from '../__testUtils__/fixtures';
import { planDigest } from './planDigest';
import { readPlanState } from './planState';

const text = (headSha: string, roots: PlanRoot[] = planOf('dev')) =>
  formatPlanReport({ version: 1, runner: 'static', headSha, roots });
const plan = (over: Parameters<typeof check>[1]) =>
  check(PLAN_CHECK_NAME, over);
const terraform = [file('terraform/live/dev/services/a/main.tf')];
const gitops = [file('gitops/apps/a/overlays/dev/k.yaml')];

describe('planDigest', () => {
  it('depends on what is planned, not on its order', () => {
    const [one] = planOf('dev');
    const [two] = planOf('prod');
    expect(planDigest([one, two])).toBe(planDigest([two, one]));
    const sameKeysOtherwise = Object.fromEntries(Object.entries(one).reverse());
    expect(planDigest([{ ...one, ...sameKeysOtherwise }])).toBe(
      planDigest([one]),
    );
    expect(planDigest([one])).not.toBe(planDigest([one, two]));
    expect(planDigest(planOf('dev', 'a'))).not.toBe(
      planDigest(planOf('dev', 'b')),
    );
    expect(planDigest([])).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('readPlanState', () => {
  it('reads the plan of the head, of the newest run of the check', () => {
    const state = readPlanState(
      sha('a'),
      [
        plan({ id: 2, text: text(sha('a')) }),
        plan({ id: 1, status: 'in_progress' }),
      ],
      terraform,
    );
    expect(state).toMatchObject({
      digest: planDigest(planOf('dev')),
      plan: { totals: { create: 1 } },
    });
    expect(state.problem).toBeUndefined();
  });

  it.each([
    ['not there', [], 'The Terraform plan has not started yet'],
    [
      'running',
      [plan({ status: 'in_progress' })],
      'The Terraform plan is still running',
    ],
    [
      'of another commit',
      [plan({ text: text(sha('b')) })],
      'The Terraform plan is of an older commit',
    ],
    [
      'cut off',
      [plan({ text: text(sha('a')).slice(0, 80) })],
      'The Terraform plan cannot be read from its check',
    ],
  ])('has no digest while the plan is %s', (_, checks, message) => {
    expect(readPlanState(sha('a'), checks, terraform)).toEqual({
      problem: { code: 'plan_missing', message },
    });
  });

  it('says which root could not be planned', () => {
    const [root] = planOf('dev');
    const broken = { ...root, changes: [], error: 'bad.tf:2: no such thing' };
    const state = readPlanState(
      sha('a'),
      [plan({ text: text(sha('a'), [broken]) })],
      terraform,
    );
    expect(state.problem).toEqual({
      code: 'plan_failed',
      message:
        'terraform/live/dev/services/mailer could not be planned: bad.tf:2: no such thing',
    });
  });

  it.each([
    ['a file of Terraform anywhere', 'modules/queue/main.tf'],
    ['variables anywhere', 'envs/prod.auto.tfvars.json'],
    ['any file in the folder of an environment', 'infra/prod/policy.json'],
  ])('needs one where %s is touched', (_, path) => {
    const state = readPlanState(sha('a'), [], [file(path)], ['infra/prod']);
    expect(state.digest).toBeUndefined();
  });

  it('believes nobody when two apps report a plan', () => {
    const checks = [
      plan({ id: 1, app: 'runner', text: text(sha('a')) }),
      plan({ id: 2, app: 'github-actions', text: text(sha('a'), []) }),
    ];
    expect(readPlanState(sha('a'), checks, terraform)).toEqual({
      problem: {
        code: 'plan_missing',
        message:
          'Both runner and github-actions report a plan; set slipway.infraPrs.runnerApp to the one that is right',
      },
    });
  });

  it('needs none where no Terraform is touched', () => {
    expect(readPlanState(sha('a'), [], gitops)).toEqual({
      digest: planDigest([]),
    });
  });
});
