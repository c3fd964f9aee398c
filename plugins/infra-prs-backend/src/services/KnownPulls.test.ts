import { pull } from '../__testUtils__/facts';
import { KnownPulls } from './KnownPulls';
import { PullFacts } from './changeFacts';

const PAGE = 3;
const { signal } = new AbortController();

/** GitHub's list of pull requests, three on a page; all are closed at first. */
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
      state: 'open' | 'closed' | 'all',
      __: AbortSignal,
      isEnough: (page: readonly PullFacts[]) => boolean = () => false,
    ) {
      const ordered = pulls
        .filter(p => state === 'all' || p.state === state)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
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

describe('KnownPulls', () => {
  it('reads all of them once, and then only as far as something changed', async () => {
    const host = createHost(10);
    const closed = new KnownPulls(host, 'closed');
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
    const closed = new KnownPulls(host, 'closed', () => now);
    await closed.read(signal);
    host.drop(2);
    expect((await closed.read(signal)).pulls).toHaveLength(10);
    now += 61 * 60_000;
    expect((await closed.read(signal)).pulls).toHaveLength(9);
  });

  it('follows each from one state to the other, a call a look', async () => {
    const host = createHost(10);
    [7, 8, 9].forEach(number => host.change(number, { state: 'open' }));
    const open = new KnownPulls(host, 'open');
    const closed = new KnownPulls(host, 'closed');
    const numbers = async (known: KnownPulls) =>
      (await known.read(signal)).pulls.map(p => p.number);
    expect(await numbers(open)).toEqual([9, 8, 7]);
    expect(await numbers(closed)).toHaveLength(7);
    // Up to the newest of any state.
    await open.read(signal);
    let time = 9e12;
    const turn = (number: number, state: PullFacts['state']) => {
      time += 1_000;
      host.change(number, { state, updatedAt: new Date(time).toISOString() });
    };
    turn(8, 'closed');
    turn(2, 'open');
    host.calls.pages = 0;
    expect(await numbers(open)).toEqual([2, 9, 7]);
    expect(await numbers(closed)).toEqual([8, 10, 6, 5, 4, 3, 1]);
    expect(host.calls.pages).toBe(2);
    turn(8, 'open');
    expect(await numbers(open)).toEqual([8, 2, 9, 7]);
    expect(await numbers(closed)).not.toContain(8);
  });

  it('is not led back by an older read that ends after a newer one', async () => {
    const host = createHost(3);
    host.change(3, { state: 'open' });
    const gates: Array<Promise<void>> = [];
    const open = new KnownPulls(
      {
        async listPulls(...args) {
          const page = await host.listPulls(...args);
          await gates.shift();
          return page;
        },
      },
      'open',
    );
    await open.read(signal);
    let goOn = () => {};
    gates.push(new Promise(resolve => (goOn = resolve)));
    const older = open.read(signal);
    host.change(3, {
      state: 'closed',
      updatedAt: new Date(9e12).toISOString(),
    });
    expect((await open.read(signal)).pulls).toEqual([]);
    goOn();
    await older;
    expect((await open.read(signal)).pulls).toEqual([]);
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
    const closed = new KnownPulls(
      { listPulls: (...args) => current.listPulls(...args) },
      'closed',
    );
    await expect(closed.read(signal)).rejects.toThrow('down');
    current = host;
    expect((await closed.read(signal)).pulls).toHaveLength(10);
  });
});
