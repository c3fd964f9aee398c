import { z } from 'zod';
import { findingSchema } from './finding';

const changeFindingSchema = findingSchema.extend({
  /** Environment of the root that it was found in. */
  environment: z.string().optional(),
  /** Page about it on GitHub. */
  url: z.string().optional(),
  /** All who told it: tools, and the ways by which they did. */
  sources: z
    .array(
      z.object({
        tool: z.string(),
        rule: z.string(),
        way: z.enum(['plan_check', 'code_scanning']),
        url: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
});

/** Answer of the route about the findings of a change. @public */
export const changeFindingsSchema = z.object({
  headSha: z.string(),
  /** Worst first; of the platform's policy, of scanners that CI ran, of GitHub's code scanning. */
  findings: z.array(changeFindingSchema).readonly(),
  /** Findings that the plan had no room for. */
  omitted: z.int().min(0),
  /** Whether GitHub's code scanning could be asked; not where it is turned off, or Slipway may not. */
  codeScanning: z.enum(['ok', 'not_enabled', 'unreadable']),
  /** Why it could not, in words. */
  problem: z.string().optional(),
});

/** @public */
export type ChangeFinding = z.infer<typeof changeFindingSchema>;
/** @public */
export type ChangeFindings = z.infer<typeof changeFindingsSchema>;
