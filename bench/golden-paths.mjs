import { outputOfTypeScript } from '../scripts/lib/runTypeScript.mjs';

export const description =
  'preview of a golden path; submit → pull request beside the stock actions of Backstage on the same Git host';

const BENCH =
  'plugins/scaffolder-backend-module-slipway/src/__testUtils__/bench/goldenPathsBench.ts';

const median = values => values[Math.floor(values.length / 2)];
const row = (what, values) => ({
  what,
  'min ms': Math.round(values[0]),
  'median ms': Math.round(median(values)),
  'max ms': Math.round(values.at(-1)),
});

export async function run() {
  const output = await outputOfTypeScript(BENCH);
  const { files, coldPreview, previews, slipway, plain } = JSON.parse(
    output.trim().split('\n').at(-1),
  );
  const ratio = Number((median(slipway) / median(plain)).toFixed(2));
  const limit = (name, value, bound) => ({
    name,
    value,
    limit: `≤ ${bound}`,
    ok: value <= bound,
  });
  return {
    rows: [
      row(`preview of ${files} files, first after start`, [coldPreview]),
      row(`preview of ${files} files`, previews),
      row('submit → pull request: repository, checks, cost, PR', slipway),
      row('submit → pull request: stock fetch and publish', plain),
    ],
    bounds: [
      limit('first preview, ms', Math.round(coldPreview), 2_000),
      limit('preview, median ms', Math.round(median(previews)), 2_000),
      limit('Slipway ÷ stock, submit → pull request', ratio, 3),
    ],
  };
}
