import { formatBytes } from '@slipway/platform-react';
import { Preview } from '../api/previewSchemas';

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

/** A preview in one line: `42 new files, 1 changed in 2 repositories; 61 KiB`. */
export function previewSummary({ files, comparison }: Preview): string {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const repositories = new Set(files.map(file => file.repository)).size;
  const changed = files.filter(({ status }) => status === 'changed').length;
  const unchanged = files.filter(({ status }) => status === 'unchanged').length;
  const rest = files.length - changed - unchanged;
  const counts = [
    'problem' in comparison
      ? count(rest, 'file', 'files')
      : count(rest, 'new file', 'new files'),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  return [
    `${counts.join(', ')} in ${count(
      repositories,
      'repository',
      'repositories',
    )}`,
    formatBytes(bytes),
    ...('branch' in comparison ? [`compared with ${comparison.branch}`] : []),
  ].join('; ');
}
