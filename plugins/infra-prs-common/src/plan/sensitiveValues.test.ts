import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { planSummary } from './planSummary';
import { formatPlanReport } from './planText';
import { readPlan } from './readPlan';
import { parseTerraformPlan } from './terraformPlan';
import { toPlanRoot } from './toPlanRoot';

const folder = path.resolve(__dirname, '../../corpus/plans');
/** Shorter ones occur in other words. */
const LEAST = 6;

interface Told {
  readonly secret: Set<string>;
  readonly plain: Set<string>;
}

/** Puts every text of a value where Terraform says it belongs; the marks have the value's form, or are true for all of it. */
function sort(value: unknown, marks: unknown, told: Told): void {
  if (typeof value === 'string' && value.length >= LEAST) {
    (marks === true ? told.secret : told.plain).add(value);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const own = marks === true ? true : Object(marks)[key];
    sort(entry, own, told);
  }
}

function valuesOf(text: string): Told {
  const told: Told = { secret: new Set(), plain: new Set() };
  const { resource_changes: changes = [], resource_drift: drift = [] } =
    JSON.parse(text);
  for (const { change } of [...changes, ...drift]) {
    sort(change.before, change.before_sensitive, told);
    sort(change.after, change.after_sensitive, told);
  }
  return told;
}

describe('of every real plan', () => {
  let secrets = 0;

  it.each(readdirSync(folder))(
    'no value that Terraform marks as sensitive leaves the reader: %s',
    file => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const root = toPlanRoot(readPlan(parseTerraformPlan(text)), {
        path: 'corpus',
        environment: 'corpus',
      });
      // All that is posted to GitHub, and from there sent to browsers, is made of these two.
      const told = [
        formatPlanReport({
          version: 1,
          runner: 'terraform',
          headSha: 'a'.repeat(40),
          roots: [root],
        }),
        JSON.stringify(root),
        planSummary([root]),
      ].join('\n');
      const { secret, plain } = valuesOf(text);
      // What is said openly elsewhere in the same plan is no secret.
      const own = [...secret].filter(value => !plain.has(value));
      secrets += own.length;
      expect(own.filter(value => told.includes(value))).toEqual([]);
    },
  );

  it('there are such values', () => {
    expect(secrets).toBeGreaterThan(3);
  });
});
