import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { goString } from './goString';
import { hclLiteral } from './hclLiteral';
import { markdownText } from './markdownText';
import { yamlString } from './yamlString';

/** Filters through which values reach generated files, one for each language. */
export const templateFilters = [
  createTemplateFilter({
    id: 'hcl',
    description: 'A value as an HCL literal, quoted and escaped',
    schema: z =>
      z
        .function()
        .args(
          z.union([
            z.string(),
            z.number(),
            z.boolean(),
            z.array(z.union([z.string(), z.number(), z.boolean()])),
          ]),
        )
        .returns(z.string()),
    examples: [{ example: 'owner = ${{ values.owner | hcl }}' }],
    filter: value => hclLiteral(value),
  }),
  createTemplateFilter({
    id: 'yamlString',
    description: 'Text as a YAML scalar, quoted where it has to be',
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [{ example: 'owner: ${{ values.owner | yamlString }}' }],
    filter: text => yamlString(text),
  }),
  createTemplateFilter({
    id: 'goString',
    description: 'Text as a Go string literal',
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [{ example: 'const name = ${{ values.name | goString }}' }],
    filter: text => goString(text),
  }),
  createTemplateFilter({
    id: 'markdownText',
    description: 'Text as plain words in one line of Markdown',
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [{ example: '# ${{ values.title | markdownText }}' }],
    filter: text => markdownText(text),
  }),
];
