import { z } from 'zod';
import { cutText } from '../plan/safeText';
import { ApplyRoot, applyRootSchema, CreatedResource } from './applyReport';
import { resourceName } from './resourceWord';

const MAX_LISTED = 500;

const lineSchema = z.object({
  type: z.string(),
  '@timestamp': z.string().optional(),
  hook: z
    .object({
      resource: z
        .object({ addr: z.string(), resource_type: z.string().default('') })
        .optional(),
      action: z.string().optional(),
      id_value: z.string().optional(),
    })
    .optional(),
  changes: z
    .object({
      add: z.number(),
      change: z.number(),
      remove: z.number(),
      operation: z.string().optional(),
    })
    .optional(),
  diagnostic: z
    .object({
      severity: z.string(),
      summary: z.string(),
      detail: z.string().default(''),
      address: z.string().optional(),
    })
    .optional(),
});
type Line = z.infer<typeof lineSchema>;

/** What has been read so far. */
class Tally {
  readonly created: CreatedResource[] = [];
  readonly errors: string[] = [];
  readonly times: string[] = [];
  readonly done = { added: 0, changed: 0, destroyed: 0 };
  summary?: Line['changes'];

  read(line: Line): void {
    if (line['@timestamp']) this.times.push(line['@timestamp']);
    if (line.type === 'apply_complete') this.#complete(line.hook ?? {});
    if (line.diagnostic?.severity === 'error') {
      const { address, summary, detail } = line.diagnostic;
      const text = [address ? `${address}: ${summary}` : summary, detail];
      this.errors.push(text.filter(Boolean).join('\n'));
    }
    const operation = line.changes?.operation ?? 'apply';
    if (line.changes && operation !== 'plan') this.summary = line.changes;
  }

  #complete({ resource, action, id_value: id }: NonNullable<Line['hook']>) {
    if (action === 'create' && resource) {
      const { addr: address, resource_type: type } = resource;
      const name = id === undefined ? undefined : resourceName(type, id);
      this.created.push({ address, type, ...(name && { name }) });
      this.done.added += 1;
    }
    if (action === 'update') this.done.changed += 1;
    if (action === 'delete') this.done.destroyed += 1;
  }
}

/**
 * Reads what `terraform apply -json` prints, one JSON object a line:
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 *
 * Lines that are no JSON, as those of a wrapper, are skipped. A log that ends without a result is a failure: what was done
 * until then is counted.
 *
 * @returns undefined when no line is Terraform's.
 * @public
 */
export function readApplyLog(
  log: string,
  at: Pick<ApplyRoot, 'path' | 'environment'>,
): ApplyRoot | undefined {
  const tally = new Tally();
  let known = 0;
  for (const text of log.split('\n')) {
    const line = readLine(text);
    if (!line) continue;
    known += 1;
    tally.read(line);
  }
  return known > 0 ? toRoot(tally, at) : undefined;
}

function readLine(text: string): Line | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function toRoot(
  { created, errors, times, done, summary }: Tally,
  at: Pick<ApplyRoot, 'path' | 'environment'>,
): ApplyRoot {
  const failed = errors.length > 0 || !summary;
  const counts = summary
    ? { added: summary.add, changed: summary.change, destroyed: summary.remove }
    : done;
  const told = errors.join('\n\n') || 'The log ends before the apply does';
  const root = {
    ...at,
    state: failed ? 'failed' : 'succeeded',
    startedAt: isoTime(times.at(0)),
    finishedAt: isoTime(times.at(-1)),
    ...counts,
    ...(failed && { error: cutText(told, 20_000) }),
    created: created.slice(0, MAX_LISTED),
    ...(created.length > MAX_LISTED && {
      omittedCreated: created.length - MAX_LISTED,
    }),
  };
  return applyRootSchema.parse(root);
}

/** Terraform writes the time with an offset and microseconds. */
function isoTime(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
