import { z } from 'zod';
import { compareRisks, RISK_SEVERITIES } from '../plan/planRiskSchema';
import { text } from '../plan/reportText';

/** Only pages: nothing that runs when somebody clicks it. */
const link = text.pipe(z.string().regex(/^https?:\/\/[^\s"'<>]+$/));

export const findingSchema = z.object({
  /** Who found it: `Trivy`. */
  tool: text,
  /** Id of the tool's rule. */
  rule: text,
  severity: z.enum(RISK_SEVERITIES),
  message: text,
  /** What the rule is about, in the tool's words. */
  help: text.optional(),
  helpUri: link.optional().catch(undefined),
  /** File in the repository. */
  path: text.optional(),
  /** From 1. */
  line: z.int().positive().optional(),
  /** Whether this change brought it; undefined when it cannot be told. */
  isNew: z.boolean().optional(),
});

/** What a scanner has to say of the code. @public */
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** The same finding of the same place once, the worst first; what this change brought before what was there. @public */
export function joinFindings<T extends Finding>(findings: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const finding of findings) {
    const { tool, rule, path, line, message } = finding;
    const place = line === undefined ? message : line;
    const key = JSON.stringify([tool.toLowerCase(), rule, path, place]);
    const seen = kept.get(key);
    if (!seen || compareRisks(finding, seen) < 0) {
      kept.set(key, { ...seen, ...finding });
    }
  }
  const age = ({ isNew }: Finding) => (isNew === false ? 1 : 0);
  return [...kept.values()].sort(
    (a, b) => compareRisks(a, b) || age(a) - age(b),
  );
}
