import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { backendApis, complaintsOf } from '../__testUtils__/validate';
import { IngressField } from './IngressField';
import { validateIngress } from './validateIngress';

const facts = (environment: string, ingress: string[], problem?: string) => ({
  environment,
  topics: [],
  buses: [],
  ingress,
  problem,
});
const items = [
  facts('dev', ['internal', 'public']),
  facts('prod', ['internal']),
  facts('lab', [], 'no facts'),
];
const apiHolder = backendApis(() => json({ items }));

describe('IngressField', () => {
  it('offers what the load balancers of all environments allow', async () => {
    const values = renderField<string>(IngressField, {
      schema: { title: 'Who can call it' },
      formData: { environments: ['dev', 'prod'] },
      answer: async () => json({ items: items.slice(0, 2) }),
    });
    expect(
      await screen.findByRole('radio', {
        name: 'Everyone on the internet: no public load balancer in prod',
      }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: /inside/ }));
    expect(values).toEqual(['internal']);
  });

  it('blames a choice that the environments have no more', async () => {
    renderField<string>(IngressField, {
      formData: { environments: ['prod'] },
      initial: 'public',
      answer: async () => json({ items }),
    });
    expect(
      await screen.findByText(/There is no public load balancer in prod\./),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('lab: no facts');
  });

  it.each([
    ['public', ['dev'], 0],
    ['public', ['dev', 'prod'], 1],
    ['public', ['lab'], 0],
    ['none', ['prod'], 0],
  ])('validates %s in %j', async (value, environments, errors) => {
    const formData = { environments };
    expect(
      await complaintsOf(validateIngress, value, { formData, apiHolder }),
    ).toHaveLength(errors);
  });

  it('lets the form go on when the facts cannot be asked for', async () => {
    const dead = backendApis(() => json({}, 503));
    const formData = { environments: ['prod'] };
    expect(
      await complaintsOf(validateIngress, 'public', {
        formData,
        apiHolder: dead,
      }),
    ).toEqual([]);
  });
});
