import { pull } from '../__testUtils__/facts';
import { ClosedPulls } from './ClosedPulls';
import { PullFacts } from './changeFacts';

const PAGE = 3;
const { signal } = new AbortController();

/** GitHub's list of closed pull requests, three on a page. */
function createHost(count: number) {
  let pulls = Array.from({ length: count }, (_, index) =>
    pull({
      number: index + 1,
      state: 'closed',
      updatedAt: new Date(1_000_000 * (index + 1)).toISOString(),
    }),
  );
  const calls = { pages: 0 };
  return {
    calls,
    change(number: number, over: Partial<PullFacts>) {
      pulls = pulls.map(p => (p.number === number ? { ...p, ...over } : p));
    },
    drop(number: number) {
      pulls = pulls.filter(p => p.number !== number);
    },
    async listPulls(
      _: 'open' | 'closed',
      __: AbortSignal,
      isEnough: (page: readonly PullFacts[]) => boolean = () => false,
    ) {
      const ordered = [...pulls].sort((a, b) =>
        b.updatedAt.localeCompare(a.updatedAt),
      );
      const read: PullFacts[] = [];
      while (read.length < ordered.length) {
        calls.pages += 1;
        const page = ordered.slice(read.length, read.length + PAGE);
        read.push(...page);
        if (isEnough(page)) break;
      }
      return { pulls: read, truncated: false };
    },
  };
}

describe('ClosedPulls', () => {
  it('reads all of them once, and then only as far as something changed', async () => {
    const host = createHost(10);
    const closed = new ClosedPulls(host);
    expect((await closed.read(signal)).pulls).toHaveLength(10);
    expect(host.calls.pages).toBe(4);
    await closed.read(signal);
    expect(host.calls.pages).toBe(5);
    for (const number of [1, 2, 3, 4]) {
      const updatedAt = new Date(9e12 + number).toISOString();
      host.change(number, { title: `New ${number}`, updatedAt });
    }
    const { pulls } = await closed.read(signal);
    expect(host.calls.pages).toBe(7);
    expect(pulls.map(({ title }) => title).slice(0, 5)).toEqual([
      'New 4',
      'New 3',
      'New 2',
      'New 1',
      'Change',
    ]);
    expect(pulls).toHaveLength(10);
  });

  it('reads all of them again after an hour, without those that are gone', async () => {
    const host = createHost(10);
    let now = 0;
    const closed = new ClosedPulls(host, () => now);
    await closed.read(signal);
    host.drop(2);
    expect((await closed.read(signal)).pulls).toHaveLength(10);
    now += 61 * 60_000;
    expect((await closed.read(signal)).pulls).toHaveLength(9);
  });

  it('keeps nothing of a read that failed half-way, so that no gap is left', async () => {
    const host = createHost(10);
    const failing = {
      ...host,
      listPulls: async () => {
        throw new Error('down');
      },
    };
    let current: Pick<typeof host, 'listPulls'> = failing;
    const closed = new ClosedPulls({
      listPulls: (...args) => current.listPulls(...args),
    });
    await expect(closed.read(signal)).rejects.toThrow('down');
    current = host;
    expect((await closed.read(signal)).pulls).toHaveLength(10);
  });
});
