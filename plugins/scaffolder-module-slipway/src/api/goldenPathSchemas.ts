import { z } from 'zod';

const environmentSchema = z.object({
  name: z.string(),
  title: z.string(),
  protection: z.enum(['none', 'reviewed']),
});

const previewFileSchema = z.object({
  path: z.string(),
  repository: z.string(),
  size: z.number(),
  binary: z.boolean(),
  content: z.string(),
  truncated: z.boolean(),
});

export const environmentListSchema = z.object({
  items: z.array(environmentSchema),
});
export const previewSchema = z.object({ files: z.array(previewFileSchema) });

/** An environment that a service can be created in. */
export type EnvironmentChoice = Readonly<z.infer<typeof environmentSchema>>;
/** A file that a run would write; `size` is in bytes. */
export type PreviewFile = Readonly<z.infer<typeof previewFileSchema>>;
