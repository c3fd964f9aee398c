import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { awsName } from './awsName';
import { hclLiteral } from './hclLiteral';
import { jsonString } from './jsonString';
import { textFilters } from './textFilters';

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
    examples: [{ example: 'owner = ${{ \'the "orders" team\' | hcl }}' }],
    filter: value => hclLiteral(value),
  }),
  createTemplateFilter({
    id: 'jsonString',
    description: 'A value as JSON on one line, which is YAML too',
    schema: z => z.function().args(z.any()).returns(z.string()),
    examples: [{ example: '{ "name": ${{ \'say "hi"\' | jsonString }} }' }],
    filter: value => jsonString(value),
  }),
  createTemplateFilter({
    id: 'awsName',
    description: 'A name that AWS, Kubernetes and Git take, or an error',
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [{ example: "bucket-${{ 'order-mailer' | awsName }}" }],
    filter: text => awsName(text),
  }),
  ...textFilters,
];
