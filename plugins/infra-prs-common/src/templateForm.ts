import { z } from 'zod';

/** What Backstage's scaffolder says of the form of a template: its steps are JSON schemas. */
export const templateFormSchema = z.object({
  title: z.string(),
  steps: z.array(z.object({ schema: z.record(z.string(), z.unknown()) })),
});

/** @public */
export type TemplateForm = Readonly<z.infer<typeof templateFormSchema>>;
