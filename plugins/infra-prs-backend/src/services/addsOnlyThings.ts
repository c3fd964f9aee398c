import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** Kinds that stand for things. Users and groups decide who approves; locations bring in other files. */
const thingSchema = z.object({
  kind: z.string().regex(/^(component|api|resource|system|domain)$/i),
});
/** A separator at the end begins an empty document. */
const documentSchema = z.union([thingSchema, z.null()]);

/**
 * Whether a new catalog file holds nothing but things. It is parsed as the catalog does, because YAML can say
 * `kind: User` in many ways; what cannot be read in full is not harmless.
 */
export function addsOnlyThings({ patch, additions }: ChangedFile): boolean {
  const lines = (patch ?? '').split('\n').filter(line => line.startsWith('+'));
  if (lines.length === 0 || lines.length !== additions) return false;
  const text = lines.map(line => line.slice(1)).join('\n');
  try {
    const documents = [...parseAllDocuments(text)];
    return documents.every(
      document =>
        document.errors.length === 0 &&
        documentSchema.safeParse(document.toJS()).success,
    );
  } catch {
    // Aliases that multiply.
    return false;
  }
}
