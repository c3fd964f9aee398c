import { codeText, cutText, safeText } from '../plan/safeText';
import { ApplyRoot } from './applyReport';
import { maskSecrets } from './maskSecrets';
import { resourceWord } from './resourceWord';

/** GitHub takes no longer summary, in characters; some is left for who puts words around it. */
const MAX_SUMMARY = 60_000;

/** `4 added, 0 changed, 0 destroyed`, as Terraform counts. @public */
export function applyCountsText(
  root: Pick<ApplyRoot, 'added' | 'changed' | 'destroyed'>,
): string {
  const { added, changed, destroyed } = root;
  return `${added} added, ${changed} changed, ${destroyed} destroyed`;
}

/** `2 applied`, or what is the matter. @public */
export function applyTitle(roots: readonly ApplyRoot[]): string {
  const count = (state: ApplyRoot['state']) =>
    roots.filter(root => root.state === state).length;
  const open = count('waiting') + count('running');
  if (count('failed') > 0)
    return `${count('failed')} of ${roots.length} failed`;
  if (open > 0) return `${roots.length - open} of ${roots.length} applied`;
  return `${roots.length} applied`;
}

/** How an apply went, in Markdown, root by root. @public */
export function applySummary(roots: readonly ApplyRoot[]): string {
  const text = roots.map(rootText).join('\n\n');
  return text.length > MAX_SUMMARY
    ? `${text.slice(
        0,
        text.lastIndexOf('\n', MAX_SUMMARY),
      )}\n\n… the rest is not listed here`
    : text;
}

function rootText(root: ApplyRoot): string {
  const title = `**${safeText(root.path)}** (${safeText(root.environment)})`;
  const created = root.created
    .filter(({ name }) => name !== undefined)
    .slice(0, 20)
    .map(({ type, name = '' }) => `- ${resourceWord(type)} ${codeText(name)}`);
  const counts = applyCountsText(root);
  const lines = {
    waiting: [`${title}: waits for its turn`],
    running: [`${title}: is being applied`],
    succeeded: [`${title}: ${counts}`, ...created],
    failed: [
      `${title}: failed; ${counts}`,
      ...cutText(maskSecrets(root.error ?? ''), 2_000)
        .split('\n')
        .map(line => `    ${safeText(line)}`),
    ],
  };
  return lines[root.state].join('\n');
}
