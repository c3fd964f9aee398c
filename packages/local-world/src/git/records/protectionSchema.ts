import { z } from 'zod';

/** What a protected branch asks for before a merge. */
export const protectionSchema = z.object({
  requiredContexts: z.array(z.string()).optional(),
  /** The head must contain the tip of the base. */
  strict: z.boolean(),
  /** Undefined: no review is asked for. */
  requiredApprovals: z.number().optional(),
  dismissStale: z.boolean(),
  codeOwners: z.boolean(),
  enforceAdmins: z.boolean(),
  linearHistory: z.boolean(),
  /** Every thread on a line has to be resolved. */
  resolvedThreads: z.boolean().optional(),
});

export type Protection = z.infer<typeof protectionSchema>;
