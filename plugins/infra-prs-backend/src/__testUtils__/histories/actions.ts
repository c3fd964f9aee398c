import { History, anybody } from './History';
import { headOf, ModelPull } from './ModelPull';
import { BOT, refOf } from './people';

/** Something that can happen to one pull request. */
type Happening = (history: History, pull: ModelPull) => void;

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
  history.log.push(`${login} opens ${pull.number} for ${environment}`);
  if (byForm && dice.is(0.7)) history.record(pull, login, refOf(login));
  if (dice.is(0.8)) github.plan(pull.number, 'first');
}

const plan: Happening = ({ dice, github, log }, { number }) => {
  const variant = dice.pick(['first', 'second']);
  log.push(`${number} is planned: ${variant}`);
  github.plan(number, variant);
};

const check: Happening = ({ dice, github, log }, pull) => {
  const end = dice.pick(['success', 'success', 'failure', undefined]);
  log.push(`fmt of ${pull.number}: ${end ?? 'running'}`);
  github.check(headOf(pull), 'fmt', end);
};

const apply: Happening = ({ dice, github, log }, { number, mergeSha }) => {
  if (!mergeSha) return;
  const end = dice.pick(['success', 'failure', undefined]);
  log.push(`apply of ${number}: ${end ?? 'running'}`);
  github.check(mergeSha, 'slipway/apply', end);
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

const dismiss: Happening = ({ dice, github, log }, { number, reviews }) => {
  if (reviews.length === 0) return;
  const { id } = dice.pick(reviews);
  log.push(`review ${id} of ${number} is dismissed`);
  github.dismiss(number, id);
};

const turn: Happening = ({ github, log }, { number, state }) => {
  const next = state === 'open' ? 'closed' : 'open';
  log.push(`${number} is ${next}`);
  github.setState(number, next);
};

const mergeOnGithub: Happening = ({ github, log }, pull) => {
  if (pull.state !== 'open') return;
  log.push(`${pull.number} is merged past the portal`);
  github.merge(pull.number, 'sam', headOf(pull));
};

const approve: Happening = (history, pull) =>
  history.approve(pull, anybody(history));
const merge: Happening = (history, pull) =>
  history.merge(pull, anybody(history));

/** What happens, and how often of a hundred. */
const HAPPENINGS: ReadonlyArray<readonly [number, Happening]> = [
  [24, approve],
  [22, merge],
  [10, plan],
  [8, push],
  [8, review],
  [6, check],
  [4, apply],
  [3, dismiss],
  [3, turn],
  [1, mergeOnGithub],
];
const TROUBLES: ReadonlyArray<readonly [number, (history: History) => void]> = [
  [10, history => history.deliver()],
  [2, history => history.restart()],
  [2, history => history.toggleDatabase()],
  [2, history => history.poll()],
];

const ALL: ReadonlyArray<readonly [number, Happening]> = [
  ...HAPPENINGS,
  ...TROUBLES,
];
const TOTAL = ALL.reduce((sum, [weight]) => sum + weight, 0);

/** Lets one thing happen. */
export function happen(history: History): void {
  let left = history.dice.below(TOTAL);
  const pull = history.dice.pick(history.pulls);
  for (const [weight, happening] of ALL) {
    left -= weight;
    if (left < 0) {
      happening(history, pull);
      return;
    }
  }
}
