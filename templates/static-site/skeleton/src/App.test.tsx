import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from './App';

describe('App', () => {
  afterEach(() => localStorage.clear());

  it('shows which environment it is', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json({ environment: 'dev', apiUrl: '/api' }),
    );
    render(<App />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading');
    expect(
      await screen.findByRole('heading', { name: 'It works' }),
    ).toBeVisible();
    expect(screen.getByText('dev')).toBeVisible();
  });

  it('says when it cannot be loaded', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.stubGlobal('fetch', async () =>
      Promise.reject(new TypeError('offline')),
    );
    render(<App />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again');
  });

  it('is used by keyboard, and keeps the theme', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 500 }));
    vi.spyOn(console, 'error').mockReturnValue();
    const user = userEvent.setup();
    render(<App />);
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.tab();
    const theme = screen.getByRole('combobox', { name: 'Theme' });
    expect(theme).toHaveFocus();
    await user.selectOptions(theme, 'dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('theme')).toBe('dark');
    await user.selectOptions(theme, 'auto');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
