import { readFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Config } from '../config.js';
import { PrismaClient } from '../generated/prisma/client.js';

/** Dials when it is first used. The server's certificate is always verified, except on a developer's machine. */
export function connectDatabase(config: Config): PrismaClient {
  const ca = config.DATABASE_CA_FILE ? readFileSync(config.DATABASE_CA_FILE, 'utf8') : undefined;
  const adapter = new PrismaPg({
    host: config.DATABASE_HOST,
    port: config.DATABASE_PORT,
    database: config.DATABASE_NAME,
    user: config.DATABASE_USERNAME,
    password: config.DATABASE_PASSWORD,
    connectionTimeoutMillis: 5_000,
    // So that connections move on after a failover.
    maxLifetimeSeconds: 1_800,
    ssl: config.DEPLOYMENT_ENVIRONMENT === 'local' ? false : { rejectUnauthorized: true, ...(ca ? { ca } : {}) },
  });
  return new PrismaClient({ adapter });
}
