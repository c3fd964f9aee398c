import * as people from './__testUtils__/histories/GatedPerson';
import { HistoryDatabase } from './__testUtils__/histories/HistoryDatabase';
import { runHistories } from './__testUtils__/histories/runHistories';
import { WEAKER } from './__testUtils__/histories/weakenStores';
import * as approvals from './services/approvalRules';
import * as autoMerge from './services/autoMergeRules';
import { AutoMergeGuard } from './services/AutoMergeGuard';
import * as decisions from './services/decisionRules';
import * as alarms from './watch/alarmsOf';
import { NoticeSender } from './watch/NoticeSender';
import { Poll } from './watch/Poll';

// Lets the functions of these be replaced one at a time; otherwise they are what they are.
jest.mock('./__testUtils__/histories/GatedPerson', () => ({
  __esModule: true,
  ...jest.requireActual('./__testUtils__/histories/GatedPerson'),
}));
jest.mock('./services/approvalRules', () => ({
  __esModule: true,
  ...jest.requireActual('./services/approvalRules'),
}));
jest.mock('./services/autoMergeRules', () => ({
  __esModule: true,
  ...jest.requireActual('./services/autoMergeRules'),
}));
jest.mock('./services/decisionRules', () => ({
  __esModule: true,
  ...jest.requireActual('./services/decisionRules'),
}));
jest.mock('./watch/alarmsOf', () => ({
  __esModule: true,
  ...jest.requireActual('./watch/alarmsOf'),
}));

jest.setTimeout(120_000);
afterEach(() => jest.restoreAllMocks());

/** Plays on until it is found out. */
async function firstViolation(seed = 1): Promise<string> {
  const { violations } = await runHistories(80, seed, { untilBroken: true });
  return violations[0]?.what.join('\n') ?? 'nothing was found out';
}

/** Approvals count although this speaks against them. */
function believe(reason: RegExp): void {
  const { judgeApprovals } = jest.requireActual<typeof approvals>(
    './services/approvalRules',
  );
  jest
    .spyOn(approvals, 'judgeApprovals')
    .mockImplementation((...args) =>
      judgeApprovals(...args).map(approval =>
        reason.test(approval.voidReason ?? '')
          ? { ...approval, valid: true }
          : approval,
      ),
    );
}

const nothing = { events: [], notices: [] };
const UNAPPROVED = /was merged, and was not approved/;

/** Each rule, how it is taken away, what has to come out, and for seldom ones the seed to begin at. */
const RULES: ReadonlyArray<readonly [string, () => unknown, RegExp, number?]> =
  [
    [
      'what has to be there for a merge',
      () => jest.spyOn(decisions, 'assertMergeable').mockReturnValue(),
      UNAPPROVED,
    ],
    [
      'who may approve',
      () => jest.spyOn(decisions, 'assertApprovable').mockReturnValue(),
      /who asked for \d, approved it/,
    ],
    [
      'what was on the screen',
      () => jest.spyOn(decisions, 'assertUnmoved').mockReturnValue(),
      /what was not there any more/,
    ],
    ['the head in approvals', () => believe(/New commits/), UNAPPROVED, 120],
    ['the plan in approvals', () => believe(/The plan changed/), UNAPPROVED],
    ['the requester in approvals', () => believe(/who asked/), UNAPPROVED, 165],
    [
      'whose account the token is of',
      () => {
        const { createGatedPerson } = jest.requireActual<typeof people>(
          './__testUtils__/histories/GatedPerson',
        );
        jest.spyOn(people, 'createGatedPerson').mockImplementation(acting => ({
          ...createGatedPerson(acting),
          login: async () => acting.caller,
        }));
      },
      /with \w+'s account/,
    ],
    [
      'when auto-merge may be switched on',
      () => jest.spyOn(autoMerge, 'whyNotAutoMerge').mockReturnValue(undefined),
      /may merge itself, and was not approved/,
    ],
    [
      'the guard of what merges by itself',
      () => jest.spyOn(AutoMergeGuard.prototype, 'look').mockResolvedValue(),
      /merged itself, though it had been seen|may merge itself, and is not/,
    ],
    [
      'alarms',
      () => jest.spyOn(alarms, 'alarmsOf').mockReturnValue(nothing),
      /nobody was told|nothing says so/,
    ],
    [
      'telling people',
      () => jest.spyOn(NoticeSender.prototype, 'sendDue').mockResolvedValue(),
      /was not told/,
    ],
    [
      'the poll',
      () => jest.spyOn(Poll.prototype, 'run').mockResolvedValue(),
      /is not known|kept as|has another|is rebuilt/,
    ],
  ];

describe('the histories find out', () => {
  it.each(RULES.map(rule => ({ rule, name: rule[0] })))(
    'a portal without $name',
    async ({ rule: [, takeAway, expected, seed] }) => {
      takeAway();
      expect(await firstViolation(seed)).toMatch(expected);
    },
  );

  it.each([
    ['a record of who ran the form', /who asked for|another requesters/],
    ['a note of who was told', /told twice/],
    ['events that only the portal knows', /unnoted|is not kept/],
    ['notices that wait until they are sent', /nobody was told/],
  ])('a database without %s', async (what, expected) => {
    const { stores } = HistoryDatabase.prototype;
    jest
      .spyOn(HistoryDatabase.prototype, 'stores')
      .mockImplementation(function weaker(this: HistoryDatabase, ...args) {
        return WEAKER[what](stores.apply(this, args));
      });
    expect(await firstViolation()).toMatch(expected);
  });
});
