import { History } from './History';
import { headOf, ModelPull } from './ModelPull';
import { PEOPLE, refOf } from './people';

/** Ids of what people must have been told of a merge, with why. */
async function dueOf(history: History, pull: ModelPull) {
  const { mergeSha, mergedBy = '', number } = pull;
  const glass = await history.glass(number, headOf(pull));
  const isPerson = PEOPLE.includes(mergedBy);
  const explained = glass.filter(
    ({ actor }) => !isPerson || actor?.login === mergedBy,
  );
  const wasAgreed = history.github.wasAgreed.get(number) ?? true;
  const isSneaked = !wasAgreed && explained.length === 0;
  return {
    isSneaked,
    ids: [
      ...explained.map(({ id }) => id),
      ...(isSneaked ? [`merged_unapproved:${mergeSha}`] : []),
      ...([pull.requester ?? refOf(mergedBy)].includes(refOf(mergedBy))
        ? []
        : [`merged:${mergeSha}`]),
    ],
  };
}

/** A merge that nobody agreed to is never silent: it was explained before, or the alarm was raised. */
async function checkMerge(history: History, pull: ModelPull): Promise<void> {
  const { number } = pull;
  const { ids, isSneaked } = await dueOf(history, pull);
  for (const id of ids) {
    if (history.told.ids.has(`${number} ${id}`)) continue;
    history.violated(`nobody was told of ${number}: ${id}`);
  }
  const alarms = (await history.events(number)).filter(
    ({ kind }) => kind === 'merged_unapproved',
  );
  if (isSneaked && alarms.length === 0) {
    history.violated(`${number} was merged unapproved, and nothing says so`);
  }
  if (!isSneaked && alarms.length > 0) {
    history.violated(`${number} was merged rightly: ${alarms[0].text}`);
  }
}

/** Once all is quiet, everybody knows what there is to know. */
export async function checkTold(history: History): Promise<void> {
  for (const pull of history.pulls) {
    const { unsent } = await history.notices(pull.number);
    if (unsent.length > 0) {
      history.violated(`${pull.number} was not told: ${unsent.join()}`);
    }
    if (pull.mergedAt) await checkMerge(history, pull);
  }
}
