import { InputError } from '@backstage/errors';
import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { goString } from './goString';
import { javaString } from './javaString';
import { markdownText } from './markdownText';
import { shellString } from './shellString';
import { tsString } from './tsString';
import { yamlString } from './yamlString';

const textFilter = (options: {
  id: string;
  description: string;
  example: string;
  filter: (text: string) => string;
}) =>
  createTemplateFilter({
    id: options.id,
    description: options.description,
    schema: z => z.function().args(z.string()).returns(z.string()),
    examples: [{ example: options.example }],
    filter: text => {
      // The interpreter asks for no schema: what a template misspells must not be written as `undefined`.
      if (typeof text !== 'string') {
        throw new InputError(
          `The filter ${options.id} takes text, not ${
            text === null || text === undefined ? 'nothing' : typeof text
          }`,
        );
      }
      return options.filter(text);
    },
  });

/** Filters that take text and give a literal of one language. */
export const textFilters = [
  textFilter({
    id: 'yamlString',
    description: 'Text as a YAML scalar, quoted where it has to be',
    example: "owner: ${{ 'orders: all' | yamlString }}",
    filter: yamlString,
  }),
  textFilter({
    id: 'goString',
    description: 'Text as a Go string literal',
    example: 'const name = ${{ \'say "hi"\' | goString }}',
    filter: goString,
  }),
  textFilter({
    id: 'javaString',
    description: 'Text as a Java string literal',
    example: 'String name = ${{ \'say "hi"\' | javaString }};',
    filter: javaString,
  }),
  textFilter({
    id: 'tsString',
    description: 'Text as a TypeScript string literal',
    example: 'const name = ${{ "the team\'s" | tsString }};',
    filter: tsString,
  }),
  textFilter({
    id: 'shellString',
    description: 'Text as one word of a POSIX shell',
    example: 'echo ${{ "the team\'s" | shellString }}',
    filter: shellString,
  }),
  textFilter({
    id: 'markdownText',
    description: 'Text as plain words in one line of Markdown',
    example: "# ${{ 'a *star*' | markdownText }}",
    filter: markdownText,
  }),
];
