import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutProse } from './githubDescription.mjs';

test('prose goes, properties of the same name stay', () => {
  const kept = withoutProse({
    paths: {
      '/summary': {
        get: {
          summary: 'Get it',
          responses: {
            200: {
              content: {
                'application/json': {
                  examples: { default: {} },
                  schema: {
                    properties: {
                      summary: { type: 'string', example: 'x' },
                      examples: { properties: { example: {} } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  const { get } = kept.paths['/summary'];
  assert.deepEqual(Object.keys(get), ['responses']);
  const media = get.responses[200].content['application/json'];
  assert.deepEqual(media, {
    schema: {
      properties: {
        summary: { type: 'string' },
        examples: { properties: { example: {} } },
      },
    },
  });
});
