import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { backendApis, complaintsOf } from '../__testUtils__/validate';
import { EnvironmentsField } from './EnvironmentsField';
import { validateEnvironments } from './validateEnvironments';

const items = [
  { name: 'dev', title: 'Development', protection: 'none', platforms: ['ecs'] },
  {
    name: 'prod',
    title: 'Production',
    protection: 'reviewed',
    platforms: ['ecs', 'eks'],
  },
];

const answer = async (url: string) =>
  url === 'http://backend/api/scaffolder/slipway/v1/environments'
    ? json({ items })
    : json({}, 404);

describe('EnvironmentsField', () => {
  it('offers the environments of the config, the first one chosen', async () => {
    const values = renderField<string[]>(EnvironmentsField, {
      schema: { title: 'Environments' },
      initial: [],
      answer,
    });
    const dev = await screen.findByRole('checkbox', { name: /Development/ });
    expect(dev).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Production .*review each change/ }),
    );
    expect(values.at(-1)).toEqual(['dev', 'prod']);
    await userEvent.click(dev);
    expect(values.at(-1)).toEqual(['prod']);
    await userEvent.click(screen.getByRole('checkbox', { name: /Production/ }));
    expect(values.at(-1)).toEqual([]);
    expect(dev).not.toBeChecked();
  });

  it('does not offer an environment without the chosen platform', async () => {
    const values = renderField<string[]>(EnvironmentsField, {
      formData: { platform: 'eks' },
      initial: [],
      answer,
    });
    const dev = await screen.findByRole('checkbox', {
      name: 'Development (dev): no EKS cluster with Argo CD',
    });
    expect(dev).toBeDisabled();
    expect(values).toEqual([['prod']]);
  });

  it('lets one that lost its platform be taken back', async () => {
    const values = renderField<string[]>(EnvironmentsField, {
      formData: { platform: 'eks' },
      initial: ['dev'],
      answer,
    });
    const dev = await screen.findByRole('checkbox', { name: /Development/ });
    expect(dev).toBeEnabled();
    await userEvent.click(dev);
    expect(values.at(-1)).toEqual([]);
  });

  it('says so when they cannot be loaded', async () => {
    renderField<string[]>(EnvironmentsField, {
      answer: async () =>
        json({ error: { name: 'NotAllowedError', message: 'no' } }, 403),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The environments could not be loaded',
    );
  });

  it.each([
    [[], 'eks', 200, 'Choose at least one environment.'],
    [['dev'], 'eks', 200, 'Development (dev) has no EKS cluster'],
    [['prod'], 'eks', 200, undefined],
    [['dev', 'prod'], 'ecs', 200, undefined],
    [['dev'], undefined, 200, undefined],
    [['dev'], 'eks', 503, undefined],
  ])('validates %j on %s: %s', async (value, platform, status, problem) => {
    const errors = await complaintsOf(validateEnvironments, value, {
      formData: { platform },
      apiHolder: backendApis(() => json({ items }, status)),
    });
    expect(errors).toHaveLength(problem ? 1 : 0);
    expect(errors.join()).toContain(problem ?? '');
  });
});
