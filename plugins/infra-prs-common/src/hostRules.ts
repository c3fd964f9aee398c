import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** What GitHub itself asks for before it merges into the base branch, and who owns the files. */
export const hostRulesSchema = z.object({
  branch: z.string(),
  /** Each rule, in words. */
  rules: list(z.string()),
  /** Why the list may be short, in words. */
  unknown: z.string().optional(),
  codeOwners: z.object({
    /** GitHub merges nothing without them. */
    required: z.boolean(),
    /** Where the file is; undefined when there is none. */
    path: z.string().optional(),
    needs: list(
      z.object({
        /** `@user`, `@org/team` or an email address: one of them is enough. */
        owners: list(z.string()),
        paths: list(z.string()),
        /** Login of an owner who approved. */
        approvedBy: z.string().optional(),
      }),
    ),
  }),
});

/** How it gets merged, and whether it is on its way. */
export const mergeWaySchema = z.object({
  /** `queue`: its base branch is merged through GitHub's merge queue only. */
  way: z.enum(['merge', 'queue']),
  queue: z.object({ position: z.number(), state: z.string() }).optional(),
  autoMerge: z.object({ login: z.string(), method: z.string() }).optional(),
  /** Undefined when auto-merge can be switched on. */
  whyNotAutoMerge: z.string().optional(),
});

/** @public */
export type HostRules = Readonly<z.infer<typeof hostRulesSchema>>;
/** @public */
export type CodeOwnerNeed = HostRules['codeOwners']['needs'][number];
/** @public */
export type MergeWay = Readonly<z.infer<typeof mergeWaySchema>>;
