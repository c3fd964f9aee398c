import { z } from 'zod';

const queueSchema = z.object({
  name: z.string().optional().catch(undefined),
  fifo: z.boolean().optional().catch(undefined),
});

/** Answers of other fields that a field looks at. The form may hold anything, so each is taken only when it is right. */
const answersSchema = z.object({
  name: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  platform: z.enum(['ecs', 'eks']).optional().catch(undefined),
  environments: z.array(z.string()).catch([]),
  queues: z.array(queueSchema).catch([]),
  scaling: z.object({ by: z.string() }).optional().catch(undefined),
});

export type FormAnswers = Readonly<z.infer<typeof answersSchema>>;

/** Reads the answers of all pages: `formContext.formData` in a field, `formData` in a validator. */
export function formAnswers(formData: unknown): FormAnswers {
  return answersSchema.parse(
    typeof formData === 'object' && formData !== null ? formData : {},
  );
}
