import { z } from 'zod';

const fileSchema = z.object({
  path: z.string(),
  repository: z.string(),
  size: z.number(),
  binary: z.boolean(),
  content: z.string(),
  truncated: z.boolean(),
  status: z
    .enum(['added', 'changed', 'unchanged', 'new-repository'])
    .optional(),
  diff: z.string().optional(),
});

const findingSchema = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string(),
  line: z.number().optional(),
  message: z.string(),
  reason: z.string(),
  fix: z.string().optional(),
});

const comparisonSchema = z.union([
  z.object({ branch: z.string() }),
  z.object({ problem: z.string(), fix: z.string().optional() }),
]);

const rangeSchema = z.object({ low: z.number(), high: z.number() });

const costItemSchema = z.object({
  ...rangeSchema.shape,
  item: z.string(),
  /** Address of the resource, or path of the file. */
  resource: z.string(),
  assumes: z.string(),
});

const costSchema = z.object({
  currency: z.string(),
  /** Day of the price table, ISO 8601. */
  asOf: z.string(),
  note: z.string(),
  total: rangeSchema,
  environments: z.array(
    z.object({
      ...rangeSchema.shape,
      environment: z.string(),
      items: z.array(costItemSchema),
    }),
  ),
  notEstimated: z.array(z.string()),
});

export const previewSchema = z.object({
  files: z.array(fileSchema),
  comparison: comparisonSchema,
  findings: z.array(findingSchema).optional(),
  // Prices are an extra: what cannot be read must not cost the preview.
  cost: costSchema.optional().catch(undefined),
});

/** A file that a run would write; `size` is in bytes. */
export type PreviewFile = Readonly<z.infer<typeof fileSchema>>;
/** What a check has to say about one file. */
export type PreviewFinding = Readonly<z.infer<typeof findingSchema>>;
/** What the files were compared with, or why they were not. */
export type PreviewComparison = Readonly<z.infer<typeof comparisonSchema>>;
/** US dollars a month, from low to high. */
export type CostEstimate = Readonly<z.infer<typeof costSchema>>;
export type Preview = Readonly<z.infer<typeof previewSchema>>;
