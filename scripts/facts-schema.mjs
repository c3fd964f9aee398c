// node scripts/facts-schema.mjs: writes terraform/live/facts.schema.json from the schema that the portal checks facts with.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from './lib/paths.mjs';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
require('@backstage/cli/config/nodeTransform.cjs');
const {
  factsJsonSchema,
} = require('../plugins/platform-common/src/goldenPaths/factsJsonSchema.ts');

const file = path.join(rootDir, 'terraform/live/facts.schema.json');
writeFileSync(
  file,
  prettier.format(JSON.stringify(factsJsonSchema()), { filepath: file }),
);
