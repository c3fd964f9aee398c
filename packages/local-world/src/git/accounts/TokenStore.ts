import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DEMO_BOT_TOKEN } from '../../demo/people';
import { writeJsonFile } from '../records/writeJsonFile';

const grantSchema = z.object({
  login: z.string(),
  scopes: z.array(z.string()),
});
const fileSchema = z.record(z.string(), grantSchema);

/** Who a token speaks for, and what it may. */
export type TokenGrant = z.infer<typeof grantSchema>;

/** Access tokens that sign-in has issued, kept as digests, so that a restart signs nobody out. */
export class TokenStore {
  private constructor(
    private readonly file: string,
    private readonly grants: Map<string, TokenGrant>,
  ) {}

  static async open(file: string): Promise<TokenStore> {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const grants = fileSchema.parse(JSON.parse(text));
    return new TokenStore(file, new Map(Object.entries(grants)));
  }

  async issue(grant: TokenGrant): Promise<string> {
    const token = `gho_${randomBytes(20).toString('hex')}`;
    this.grants.set(digest(token), grant);
    await writeJsonFile(this.file, Object.fromEntries(this.grants));
    return token;
  }

  find(token: string): TokenGrant | undefined {
    if (token === DEMO_BOT_TOKEN) {
      return { login: 'slipway-bot', scopes: ['repo', 'admin:repo_hook'] };
    }
    return this.grants.get(digest(token));
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
