import { requestMetadataSchema } from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';

const repositorySchema = z.object({
  slug: z.string(),
  owner: z.string(),
  repoUrl: z.string(),
  webUrl: z.string(),
});

/** `request` of slipway:request:describe, as a later step gets it. */
export const requestTextSchema = z.object({
  id: z.string(),
  branchName: z.string().startsWith('slipway/'),
  title: z.string(),
  description: z.string(),
  commitMessage: z.string(),
  metadata: requestMetadataSchema,
  infrastructure: repositorySchema.extend({ branch: z.string() }),
  service: repositorySchema,
});
