import { OmittedChanges, PlanAction, PlanResourceChange } from './planReport';
import { planTotals } from './planTotals';
import { cutText, safeText } from './safeText';

/** What the words of a plan tell of one root: which resources, and what happens to them. @public */
export interface CommentedPlan {
  /** Folder, when a heading names it. */
  readonly path?: string;
  readonly changes: PlanResourceChange[];
  /** What the counts of the plan say beyond that. */
  readonly omitted?: OmittedChanges;
  readonly error?: string;
}

/** A comment of GitHub has up to 65,536 characters; a log somewhat more. */
const MAX_TEXT = 2 * 1024 * 1024;
const MAX_ERROR = 3_000;

/** What Terraform says behind an address. */
const PHRASES: ReadonlyArray<readonly [RegExp, PlanAction]> = [
  [/^will be created/, 'create'],
  [/^will be updated in-place/, 'update'],
  [/^(must|will) be replaced/, 'replace'],
  [/^is tainted, so must be replaced/, 'replace'],
  [/^will be destroyed/, 'delete'],
  [/^will no longer be managed by Terraform/, 'forget'],
  [/^will be read during apply/, 'read'],
  [/^will be imported/, 'no-op'],
  [/^has moved to /, 'no-op'],
];

/**
 * Reads plans out of what people see of them: the output of `terraform plan`, or the comment that Atlantis or tfcmt
 * makes of it. That is less than a plan: neither values nor reasons, drift or risks beyond what a type tells.
 *
 * @returns nothing when the text tells of no plan.
 * @public
 */
export function readPlanComment(text: string): CommentedPlan[] {
  return sectionsOf(text.slice(0, MAX_TEXT)).flatMap(
    section => readSection(section) ?? [],
  );
}

interface Section {
  readonly path?: string;
  readonly text: string;
}

/** Atlantis tells of several roots in one comment, each behind `dir: ...`. */
function sectionsOf(text: string): Section[] {
  const headings = [
    ...text.matchAll(
      /^(?:#{1,4} \d+\. |Ran Plan for )(?:project: `[^`]*` )?dir: `([^`]{1,500})`/gm,
    ),
  ];
  if (headings.length === 0) return [{ text }];
  return headings.map((heading, at) => ({
    path: safeText(heading[1]),
    text: text.slice(heading.index, headings[at + 1]?.index),
  }));
}

function readSection({ path, text }: Section): CommentedPlan | undefined {
  const changes = text.split('\n').flatMap(line => changeOf(line) ?? []);
  const counts = countsOf(text);
  const error = errorOf(text);
  if (changes.length === 0 && !counts && error === undefined) return undefined;
  const omitted = counts && beyond(counts, changes);
  return {
    ...(path !== undefined && { path }),
    changes,
    ...(omitted && { omitted }),
    ...(error !== undefined && { error }),
  };
}

function changeOf(line: string): PlanResourceChange | undefined {
  const [, subject, words] =
    /^[ +~!-]{0,6}# (.{3,600}?) ((?:will|must|is tainted,|has moved) .*)$/.exec(
      line,
    ) ?? [];
  if (subject === undefined) return undefined;
  const action = PHRASES.find(([phrase]) => phrase.test(words))?.[1];
  if (!action) return undefined;
  const [address, deposed] = subject.split(/ \(deposed object \w+\)$/);
  const [, target] = /^has moved to (\S.*)$/.exec(words) ?? [];
  const shown = safeText(target ?? address);
  return {
    address: cutText(shown, 500),
    type: typeOf(shown),
    action,
    ...(target !== undefined && { previousAddress: safeText(address) }),
    ...(words.startsWith('will be imported') && { importId: '' }),
    ...(deposed !== undefined && {
      reason: 'It was left over by a replace that did not finish',
    }),
    attributes: [],
  };
}

/** `aws_sqs_queue` of `module.a["x.y"].aws_sqs_queue.this[0]` */
function typeOf(address: string): string {
  const plain = address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
  const steps = plain.split('.').filter(step => step !== 'data');
  return steps.at(-2) ?? '';
}

interface Counts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
}

function countsOf(text: string): Counts | undefined {
  const [, add, change, destroy] =
    /Plan: (?:\d+ to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy/.exec(
      text,
    ) ?? [];
  if (add !== undefined) {
    return {
      add: Number(add),
      change: Number(change),
      destroy: Number(destroy),
    };
  }
  return /No changes\. |Your infrastructure matches the configuration/.test(
    text,
  )
    ? { add: 0, change: 0, destroy: 0 }
    : undefined;
}

/** A comment that was cut off names fewer resources than it counts. */
function beyond(
  counts: Counts,
  changes: PlanResourceChange[],
): OmittedChanges | undefined {
  const seen = planTotals([{ changes }]);
  const omitted = {
    create: Math.max(0, counts.add - seen.create - seen.replace),
    update: Math.max(0, counts.change - seen.update),
    replace: 0,
    delete: Math.max(0, counts.destroy - seen.delete - seen.replace),
    other: 0,
  };
  const sum = omitted.create + omitted.update + omitted.delete;
  return sum > 0 ? omitted : undefined;
}

function errorOf(text: string): string | undefined {
  const at = /^[│|\s]*Error: /m.exec(text)?.index;
  if (at === undefined) return undefined;
  const lines = text.slice(at, at + MAX_ERROR).replace(/^[╷│╵| ]+/gm, '');
  return safeText(lines.replace(/\n{2,}/g, '\n').trim());
}
