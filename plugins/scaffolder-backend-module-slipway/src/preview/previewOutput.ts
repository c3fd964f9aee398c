import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { Finding } from '../check/Finding';

const findingSchema = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string(),
  line: z.number().optional(),
  message: z.string(),
  reason: z.string(),
  fix: z.string().optional(),
});

// A template may say anything in its output; what is not in this form is not for the preview.
const outputSchema = z.object({
  findings: z.array(findingSchema).optional().catch(undefined),
  cost: z.record(z.string(), z.json()).optional().catch(undefined),
});

/** What the checks and the price table said in a dry run: `output.findings` and `output.cost` of the template. */
export function previewOutput(output: unknown): {
  findings?: readonly Finding[];
  cost?: JsonObject;
} {
  return outputSchema.catch({}).parse(output);
}
