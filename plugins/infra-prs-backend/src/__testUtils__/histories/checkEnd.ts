import { RequestLife } from '@slipway/plugin-infra-prs-common';
import { StoredRequest } from '../../store/LifeStore';
import { History } from './History';
import { requestersOf } from './isApproved';
import { headOf, iso, ModelPull } from './ModelPull';

type Standing = Pick<RequestLife, 'stage' | 'state'>;

function mergedStanding(history: History, pull: ModelPull): Standing {
  const checks = history.github.checks.get(pull.mergeSha ?? '') ?? [];
  const apply = checks.at(-1);
  if (apply?.conclusion !== 'success') {
    const state = apply?.conclusion === 'failure' ? 'failed' : 'active';
    return { stage: 'merged', state };
  }
  if (pull.rollout === 'none' || pull.rollout === 'succeeded') {
    return { stage: 'live', state: 'done' };
  }
  const state = pull.rollout === 'failed' ? 'failed' : 'active';
  return { stage: 'applied', state };
}

function wrongStanding(
  history: History,
  pull: ModelPull,
  { stage, state }: StoredRequest,
): string | undefined {
  if (pull.mergedAt) {
    const expected = mergedStanding(history, pull);
    const same = expected.stage === stage && expected.state === state;
    return same ? undefined : `is ${expected.stage} ${expected.state}`;
  }
  if (pull.state === 'closed') {
    return state === 'withdrawn' ? undefined : 'is closed';
  }
  if (['merged', 'applied', 'live'].includes(stage) || state === 'withdrawn') {
    return 'is open';
  }
  const mergeable = history.github.isMergeable(pull);
  if (mergeable === (stage === 'approved')) return undefined;
  return mergeable ? 'may be merged' : 'may not be merged';
}

function wrongFacts(pull: ModelPull, kept: StoredRequest): string | undefined {
  const { mergedAt } = pull;
  const facts = {
    head: [kept.headSha, headOf(pull)],
    'time of the merge': [kept.mergedAt, mergedAt && iso(mergedAt)],
    'last change': [kept.changedAt, iso(pull.updatedAt)],
    requesters: [
      [...kept.requesters].sort().join(),
      [...requestersOf(pull)].sort().join(),
    ],
  };
  const wrong = Object.entries(facts).find(([, [own, real]]) => own !== real);
  return wrong && `has another ${wrong[0]}: ${wrong[1].join(', not ')}`;
}

/** What merges by itself has been agreed to once somebody has looked, or is meant to be merged all the same. */
async function checkSelfMerging(history: History, pull: ModelPull) {
  const { number } = pull;
  if (history.github.moments.badSince(number) === undefined) return;
  if ((await history.glass(number, headOf(pull))).length > 0) return;
  history.violated(`${number} may merge itself, and is not agreed to`);
}

async function checkReasons(history: History, { number }: ModelPull) {
  const texts = (await history.events(number)).map(({ text }) => text);
  for (const reason of history.reasons.get(number) ?? []) {
    if (texts.some(text => text.includes(reason))) continue;
    history.violated(`why ${number} was closed is not kept: ${reason}`);
  }
}

/** Once all is quiet, what is kept has to be what GitHub says. */
export async function checkEnd(history: History): Promise<void> {
  for (const pull of history.pulls) {
    const { number } = pull;
    const kept = await history.kept(number);
    if (!kept) {
      history.violated(`${number} is not known`);
      continue;
    }
    const is = `${kept.stage} ${kept.state}`;
    const standing = wrongStanding(history, pull, kept);
    const facts = wrongFacts(pull, kept);
    if (standing) history.violated(`${number} ${standing} and kept as ${is}`);
    if (facts) history.violated(`${number} ${facts}`);
    const merges = (await history.events(number)).filter(
      ({ kind }) => kind === 'merged',
    );
    if (merges.length !== (pull.mergedAt ? 1 : 0)) {
      history.violated(`${number} has ${merges.length} merges`);
    }
    await checkSelfMerging(history, pull);
    await checkReasons(history, pull);
  }
}
