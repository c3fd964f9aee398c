import { ResponseError } from '@backstage/errors';
import { TemplateForm } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import { detail } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';

jest.setTimeout(60_000);
const SOON = { timeout: 10_000 };

const form: TemplateForm = {
  title: 'Go service',
  steps: [
    {
      schema: {
        properties: {
          name: { title: 'Name', type: 'string' },
          apiKey: { title: 'Key of the API', 'ui:field': 'Secret' },
        },
      },
    },
    {
      schema: {
        properties: {
          platform: {
            title: 'Platform',
            enum: ['eks', 'ecs'],
            'ui:enumNames': ['EKS (Kubernetes)', 'ECS Fargate'],
          },
          memory: { title: 'Memory', 'ui:options': { unit: 'MiB' } },
          scaling: {
            title: 'Scaling',
            properties: { min: { title: 'Replicas at least' } },
          },
        },
        allOf: [
          { then: { properties: { port: { title: 'Port it listens on' } } } },
        ],
      },
    },
  ],
};

const change = detail({
  form: { template: 'template:default/go-service', version: '3' },
  parameters: {
    port: 8080,
    scaling: { min: 2 },
    noLongerAsked: ['a', 'b'],
    memory: 512,
    platform: 'eks',
    password: '••••••',
    apiKey: 'typed-by-hand',
    name: 'order-mailer',
  },
});

const answers = async () => {
  const list = within(
    await screen.findByRole('region', { name: 'What the form said' }, SOON),
  );
  return (await list.findAllByRole('term', {}, SOON)).map(term => [
    term.textContent,
    term.nextElementSibling?.textContent,
  ]);
};

describe('FormPanel', () => {
  it('says the answers in the order and the words of the form, without secrets', async () => {
    renderChanges('/infra-prs/7', {
      get: async () => change,
      getTemplateForm: async () => form,
    });
    await screen.findByText('Key of the API', {}, SOON);
    expect(await answers()).toEqual([
      ['Name', 'order-mailer'],
      ['Key of the API', 'Not shown'],
      ['Platform', 'EKS (Kubernetes)'],
      ['Memory', '512 MiB'],
      ['Scaling', 'Replicas at least: 2'],
      ['Port it listens on', '8080'],
      ['No longer asked', 'a, b'],
      ['Password', 'Not shown'],
    ]);
    expect(screen.getByRole('link', { name: 'Go service' })).toHaveAttribute(
      'href',
      '/create/templates/default/go-service',
    );
    const again = screen.getByRole('link', {
      name: 'Start again with these answers',
    });
    const query = new URL(again.getAttribute('href') ?? '', 'http://x');
    expect(JSON.parse(query.searchParams.get('formData') ?? '')).toEqual({
      port: 8080,
      scaling: { min: 2 },
      noLongerAsked: ['a', 'b'],
      memory: 512,
      platform: 'eks',
      name: 'order-mailer',
    });
  });

  it('says them in the words of their keys when the form is gone', async () => {
    renderChanges('/infra-prs/7', {
      get: async () => change,
      getTemplateForm: async () => {
        throw await ResponseError.fromResponse(
          new Response('{}', { status: 404 }),
        );
      },
    });
    expect(await answers()).toContainEqual(['Platform', 'eks']);
    const name = screen.getByRole('link', { name: 'go-service' });
    expect(name.parentElement).toHaveTextContent('go-service, version 3');
  });
});
