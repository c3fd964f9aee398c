import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** What one environment asks for in approvals, and how far it is. */
export const approvalNeedSchema = z.object({
  environment: z.string(),
  /** How people call it. */
  title: z.string(),
  /** How many people have to approve; 0 where nobody has to. */
  needed: z.number(),
  /** How many more, and from whom, in words; undefined when it has enough. */
  missing: z.string().optional(),
  /** Logins of those whose approval counts here. */
  given: list(z.string()),
  /** Entity refs of who can give one; empty for anyone but who asked. */
  approvers: list(z.string()),
  /** Groups that each have to give one. */
  groups: list(z.object({ entityRef: z.string(), given: z.boolean() })),
});

/** @public */
export type ApprovalNeed = Readonly<z.infer<typeof approvalNeedSchema>>;
