import { CsvValue, formatCsv } from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { stageWords } from '../words/stageWords';
import { waitWords } from '../words/taskWords';

const CSV: ReadonlyArray<[string, (item: ChangeRequest) => CsvValue]> = [
  ['number', item => item.number],
  ['title', item => item.title],
  ['url', item => item.url],
  ['entity', item => item.entityRef],
  ['owner', item => item.owner],
  ['environments', item => item.environments.join(' ')],
  ['state', item => item.state],
  ['stage', stageWords],
  ['waits for', waitWords],
  ['to add', item => item.totals?.create],
  ['to change', item => item.totals?.update],
  ['to replace', item => item.totals?.replace],
  ['to destroy', item => item.totals?.delete],
  ['risk', item => item.risk?.severity],
  ['worst risk', item => item.risk?.message],
  ['checks', item => item.checks.state],
  ['who asked', item => item.requesters.join(' ') || item.author],
  ['opened', item => item.createdAt],
  ['last change', item => item.updatedAt],
  ['merged', item => item.mergedAt],
];

/** Changes as CSV, with more than the list has room for. */
export async function changesCsv(
  items: readonly ChangeRequest[],
): Promise<string> {
  return formatCsv(
    CSV.map(([name]) => name),
    items.map(item => CSV.map(([, value]) => value(item))),
  );
}
