import { DECISIONS, record } from './decisions';
import { History, anybody } from './History';
import { headOf, ModelPull } from './ModelPull';
import { BOT, refOf } from './people';

/** Something that can happen to one pull request, past the portal. */
type Happening = (history: History, pull: ModelPull) => void | Promise<void>;

const REVIEWS = ['APPROVED', 'APPROVED', 'CHANGES_REQUESTED', 'COMMENTED'];

/** A pull request, mostly one that a form opens; who filled it in is noted, or that is lost. */
export function open(history: History): void {
  const { dice, github } = history;
  const environment = dice.is(0.8) ? 'prod' : 'dev';
  const login = dice.pick(['olivia', 'pat', 'quinn']);
  const byForm = dice.is(0.85);
  const pull = byForm
    ? github.open({ environment, requester: refOf(login) })
    : github.open({ environment, login });
  pull.rollout = dice.is(0.5) ? 'waiting' : 'none';
  history.log.push(`${login} opens ${pull.number} for ${environment}`);
  if (byForm && dice.is(0.7)) record(history, pull, login, refOf(login));
  if (dice.is(0.8)) github.plan(pull.number, 'first');
}

const plan: Happening = ({ dice, github, log }, pull) => {
  const { number } = pull;
  // What checks say of what is closed is learned from events alone, and those may be lost.
  if (pull.state === 'closed') return;
  if (dice.is(0.15)) {
    log.push(`${number} is being planned`);
    github.check(headOf(pull), 'slipway/plan');
    return;
  }
  const variant = dice.pick(['first', 'second']);
  log.push(`${number} is planned: ${variant}`);
  github.plan(number, variant);
};

const check: Happening = ({ dice, github, log }, pull) => {
  if (pull.state === 'closed') return;
  const end = dice.pick(['success', 'success', 'failure', undefined]);
  log.push(`fmt of ${pull.number}: ${end ?? 'running'}`);
  github.check(headOf(pull), 'fmt', end);
};

const isApplied = ({ github }: History, { mergeSha = '' }: ModelPull) =>
  github.checks.get(mergeSha)?.at(-1)?.conclusion === 'success';

const apply: Happening = (history, pull) => {
  const { dice, github, log } = history;
  const { number, mergeSha } = pull;
  if (!mergeSha || isApplied(history, pull)) return;
  const end = dice.pick(['success', 'failure', undefined]);
  log.push(`apply of ${number}: ${end ?? 'running'}`);
  github.check(mergeSha, 'slipway/apply', end);
};

const rollOut: Happening = (history, pull) => {
  const { rollout } = pull;
  if (!isApplied(history, pull)) return;
  if (rollout === 'none' || rollout === 'succeeded') return;
  pull.rollout = history.dice.pick(['running', 'failed', 'succeeded']);
  history.log.push(`rollout of ${pull.number}: ${pull.rollout}`);
};

const push: Happening = (history, { number }) => {
  const login = history.dice.is(0.5) ? BOT : anybody(history);
  const force = history.dice.is(0.3);
  history.log.push(`${login} ${force ? 'force-' : ''}pushes to ${number}`);
  history.github.push(number, login, force);
};

/** Past the portal, on GitHub itself, which knows nothing of who asked. */
const review: Happening = (history, { number, author }) => {
  const login = anybody(history);
  const state = history.dice.pick(REVIEWS);
  if (author.login === login) return;
  history.log.push(`${login} reviews ${number}: ${state}`);
  history.github.review(number, login, state);
};

const dismiss: Happening = ({ dice, github, log }, pull) => {
  // GitHub refuses to dismiss comments.
  const decisive = pull.reviews.filter(({ state }) => state !== 'COMMENTED');
  if (decisive.length === 0 || pull.mergedAt) return;
  const { id } = dice.pick(decisive);
  log.push(`review ${id} of ${pull.number} is dismissed`);
  github.dismiss(pull.number, id);
};

/** What GitHub refuses does not happen. */
function tryTo(history: History, what: string, work: () => void): void {
  try {
    work();
    history.log.push(what);
  } catch (error) {
    history.log.push(`${what}: ${String(error)}`);
  }
}

const turn: Happening = (history, { number, state }) => {
  const next = state === 'open' ? 'closed' : 'open';
  tryTo(history, `${number} is ${next}`, () =>
    history.github.setState(number, next),
  );
};

const turnBranch: Happening = ({ github, log }, { number, isBranchGone }) => {
  log.push(`the branch of ${number} is ${isBranchGone ? 'back' : 'deleted'}`);
  github.setBranch(number, isBranchGone);
};

const turnDraft: Happening = ({ github, log }, { number, draft }) => {
  log.push(`${number} is ${draft ? 'ready' : 'a draft'}`);
  github.setDraft(number, !draft);
};

const mergeOnGithub: Happening = (history, pull) => {
  const { number } = pull;
  const { dice, github } = history;
  const login = dice.pick(['sam', 'pat']);
  const head = headOf(pull);
  if (github.world === 'queue') {
    tryTo(history, `${login} queues ${number} past the portal`, () =>
      github.enqueue(number, login, head),
    );
  } else if (github.world === 'autoMerge' && dice.is(0.7)) {
    tryTo(history, `${login} lets ${number} merge itself`, () =>
      github.enableAutoMerge(number, login, head),
    );
  } else {
    tryTo(history, `${login} merges ${number} past the portal`, () =>
      github.merge(number, login, head),
    );
  }
};

/** To make others believe that somebody else asked for it; what the portal noted tells better. */
const editBody: Happening = (history, pull) => {
  if (!pull.isRecorded || history.losesDatabase) return;
  const requester = history.dice.pick([refOf('sam'), undefined]);
  history.log.push(`the body of ${pull.number} names ${requester}`);
  history.github.editBody(pull.number, requester);
};

/** What happens, and how often of about a hundred. */
const HAPPENINGS: ReadonlyArray<readonly [number, Happening]> = [
  ...DECISIONS,
  [10, plan],
  [8, push],
  [8, review],
  [6, check],
  [4, apply],
  [4, rollOut],
  [3, dismiss],
  [2, turn],
  [1, turnBranch],
  [1, turnDraft],
  [3, mergeOnGithub],
  [1, editBody],
];
const TROUBLES: typeof HAPPENINGS = [
  [10, history => history.deliver()],
  [2, history => history.restart()],
  [1, history => history.toggleDatabase()],
  [1, history => history.loseDatabase()],
  [2, history => history.poll()],
  [12, history => history.mergeByItself()],
];

const ALL = [...HAPPENINGS, ...TROUBLES];
const TOTAL = ALL.reduce((sum, [weight]) => sum + weight, 0);

/** Lets one thing happen. */
export async function happen(history: History): Promise<void> {
  let left = history.dice.below(TOTAL);
  const pull = history.dice.pick(history.pulls);
  for (const [weight, happening] of ALL) {
    left -= weight;
    if (left < 0) {
      await happening(history, pull);
      return;
    }
  }
}
