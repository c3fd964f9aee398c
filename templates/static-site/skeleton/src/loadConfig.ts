import { z } from 'zod';

const schema = z.object({
  environment: z.string().min(1),
  /** Where the API is; same origin by default, so that neither CORS nor another policy is needed. */
  apiUrl: z.string().min(1),
});

export type SiteConfig = Readonly<z.infer<typeof schema>>;

/** What differs between environments, read when the page opens: one build serves them all. */
export async function loadConfig(signal?: AbortSignal): Promise<SiteConfig> {
  const response = await fetch('/config.json', {
    cache: 'no-cache',
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) {
    throw new Error(`The configuration answered ${response.status}`);
  }
  return schema.parse(await response.json());
}
