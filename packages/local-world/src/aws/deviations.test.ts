import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allCases } from './__testUtils__/contract/allCases';
import { deviations } from './__testUtils__/contract/deviations/deviations';
import { deviationsPage } from './__testUtils__/contract/deviationsPage';

const page = resolve(__dirname, '../../../../docs/contract-deviations.md');

describe('deviations', () => {
  it('name cases of the contract, each once per server', () => {
    const titles = new Set(Object.values(allCases).flatMap(Object.keys));
    const named = deviations.flatMap(item =>
      item.titles.map(title => ({ server: item.server, title })),
    );
    expect(named.filter(({ title }) => !titles.has(title))).toEqual([]);
    const keys = named.map(({ server, title }) => `${server}: ${title}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stand in the documentation', () => {
    if (process.env.SLIPWAY_CONTRACT_TABLE) {
      writeFileSync(page, deviationsPage());
    }
    expect(readFileSync(page, 'utf8')).toBe(deviationsPage());
  });
});
