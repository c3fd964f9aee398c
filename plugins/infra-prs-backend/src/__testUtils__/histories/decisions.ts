import { metadataOf } from '../fixtures';
import { anybody, History } from './History';
import { ModelPull } from './ModelPull';
import { actorOf } from './Replica';

/** Something that somebody does in the portal with one pull request. */
type Decision = (history: History, pull: ModelPull) => void;

/** Mostly with one's own account. */
function somebody(history: History) {
  const login = anybody(history);
  const account = history.dice.is(0.04) ? anybody(history) : login;
  return { login, actor: actorOf(login, { account }) };
}

/** Notes who ran the form. */
export function record(
  history: History,
  pull: ModelPull,
  login: string,
  requester: string,
): void {
  const metadata = metadataOf(requester, `request-${pull.number}`);
  const command = { pullRequestNumber: pull.number, metadata, pulls: [] };
  const { credentials } = actorOf(login);
  const { replica } = history;
  history.begin(
    `${pull.number} is recorded`,
    () => replica.records.decisions.record(command, credentials),
    () => (pull.isRecorded = true),
  );
}

const approve: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const seen = history.look(pull);
  const { decisions } = history.replica.decisions;
  history.begin(
    `${login} approves ${pull.number} at ${seen.headSha.slice(-3)}`,
    () => decisions.approve(pull.number, seen, actor),
    () => (history.counts.approved += 1),
  );
};

const merge: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const seen = history.look(pull);
  const { decisions } = history.replica.decisions;
  history.begin(
    `${login} merges ${pull.number} at ${seen.headSha.slice(-3)}`,
    () => decisions.merge(pull.number, seen, actor),
    () => (history.counts.merged += 1),
  );
};

const breakGlass: Decision = (history, pull) => {
  const login = history.dice.is(0.7) ? 'sam' : anybody(history);
  const seen = history.look(pull);
  const { breakGlass: glass } = history.replica.decisions;
  const command = {
    ...seen,
    reason: `An emergency, ${history.github.now}`,
    confirm: String(pull.number),
  };
  const actor = actorOf(login, { glass: true });
  history.begin(
    `${login} breaks the glass of ${pull.number}`,
    () => glass.merge(pull.number, command, actor),
    () => (history.counts.glass += 1),
  );
};

const setAutoMerge: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const enabled = history.dice.is(0.8);
  const command = enabled ? { enabled, ...history.look(pull) } : { enabled };
  const { autoMerge } = history.replica.decisions;
  history.begin(
    `${login} switches auto-merge of ${pull.number} ${enabled ? 'on' : 'off'}`,
    () => autoMerge.set(pull.number, command, actor),
  );
};

const requestChanges: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const { headSha } = history.look(pull);
  const { reviews } = history.replica.decisions;
  const command = { headSha, comment: 'Not like this' };
  history.begin(`${login} asks for changes of ${pull.number}`, () =>
    reviews.requestChanges(pull.number, command, actor),
  );
};

const close: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const { losses, replica } = history;
  const reason = `Not needed, ${history.github.now}`;
  const keep = () => {
    if (replica.isKilled || history.losses > losses) return;
    const known = history.reasons.get(pull.number) ?? [];
    history.reasons.set(pull.number, [...known, reason]);
  };
  history.begin(
    `${login} closes ${pull.number}`,
    () => replica.decisions.lifecycle.close(pull.number, { reason }, actor),
    keep,
  );
};

const reopen: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const { lifecycle } = history.replica.decisions;
  history.begin(`${login} opens ${pull.number} again`, () =>
    lifecycle.reopen(pull.number, {}, actor),
  );
};

const setDraft: Decision = (history, pull) => {
  const { login, actor } = somebody(history);
  const { lifecycle } = history.replica.decisions;
  const command = { draft: !pull.draft };
  history.begin(`${login} turns ${pull.number} into a draft or back`, () =>
    lifecycle.setDraft(pull.number, command, actor),
  );
};

/** What people do in the portal, and how often of about a hundred. */
export const DECISIONS: ReadonlyArray<readonly [number, Decision]> = [
  [30, approve],
  [30, merge],
  [3, breakGlass],
  [5, setAutoMerge],
  [3, requestChanges],
  [2, close],
  [3, reopen],
  [1, setDraft],
];
