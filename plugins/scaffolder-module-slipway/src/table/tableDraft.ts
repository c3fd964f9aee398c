import { tableSpecSchema } from '@slipway/platform-common';
import { z } from 'zod';

const text = z.string().optional().catch(undefined);

const indexSchema = z
  .object({ name: text, partitionKey: text, sortKey: text })
  .catch({});
const draftSchema = z
  .object({
    partitionKey: text,
    sortKey: text,
    ttlAttribute: text,
    indexes: z.array(indexSchema).optional().catch(undefined),
  })
  .catch({});

/** A table while it is being written. */
export type TableDraft = Readonly<z.infer<typeof draftSchema>>;
/** An index while it is being written. */
export type IndexDraft = Readonly<z.infer<typeof indexSchema>>;

/** What the key is called where nothing is entered. */
export const standardKey = tableSpecSchema.parse({}).partitionKey;

/**
 * Reads the table of the form; undefined when there is none.
 *
 * @remarks The form library makes `{ indexes: [] }` of a table that was never asked for, so a table says its key.
 */
export function tableDraft(value: unknown): TableDraft | undefined {
  const { indexes = [], ...names } = draftSchema.parse(value);
  const asked =
    indexes.length > 0 || Object.values(names).some(name => name !== undefined);
  return asked ? { ...names, indexes } : undefined;
}
