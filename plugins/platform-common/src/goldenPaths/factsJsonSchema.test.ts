import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { platformFactsSchema } from './environmentFacts';
import { factsJsonSchema } from './factsJsonSchema';

const live = resolve(__dirname, '../../../../terraform/live');
const json = (file: string) =>
  JSON.parse(readFileSync(resolve(live, file), 'utf8'));
const files = globSync('*/environment/facts.json', { cwd: live });

describe('facts of environments', () => {
  it('have a schema that is written anew by node scripts/facts-schema.mjs', () => {
    expect(json('facts.schema.json')).toEqual(
      JSON.parse(JSON.stringify(factsJsonSchema())),
    );
  });

  it('are there for dev and prod', () => {
    expect(files.map(file => json(file).name).sort()).toEqual(['dev', 'prod']);
  });

  it.each(files)('%s keeps to the schema', file => {
    const { $schema, ...facts } = json(file);
    expect($schema).toBe('../../facts.schema.json');
    // Strict, as the JSON schema is: a misspelled key is an error, not a fact that nobody reads.
    expect(platformFactsSchema.strict().parse(facts)).toEqual(facts);
  });

  it.each(files)('%s is all that its Terraform module gives', file => {
    const outputs = readFileSync(
      resolve(live, file, '../outputs.tf'),
      'utf8',
    ).matchAll(/output "(\w+)"[^}]*value\s+= local\.facts\.([\w.]+)/g);
    const given = [...outputs]
      .filter(([, output, path]) => output === path)
      .map(([, output]) => output);
    expect(given).toEqual(Object.keys(platformFactsSchema.shape));
  });
});
