import { z } from 'zod';

const environmentSchema = z.object({
  name: z.string(),
  title: z.string(),
  protection: z.enum(['none', 'reviewed']),
  platforms: z.array(z.enum(['ecs', 'eks'])),
});

const factsSchema = z.object({
  environment: z.string(),
  problem: z.string().optional(),
  topics: z.array(z.string()),
  buses: z.array(z.string()),
  ingress: z.array(z.enum(['internal', 'public'])),
  domain: z.string().optional(),
});

export const environmentListSchema = z.object({
  items: z.array(environmentSchema),
});
export const factsListSchema = z.object({ items: z.array(factsSchema) });
export const nameAnswerSchema = z.object({
  name: z.string(),
  taken: z.boolean(),
  unchecked: z.string().optional(),
});

/** An environment that a service can be created in. */
export type EnvironmentChoice = Readonly<z.infer<typeof environmentSchema>>;
/** What an environment offers: topics, buses and kinds of ingress. */
export type EnvironmentFacts = Readonly<z.infer<typeof factsSchema>>;
/** Whether a name is free. */
export type NameAnswer = Readonly<z.infer<typeof nameAnswerSchema>>;
