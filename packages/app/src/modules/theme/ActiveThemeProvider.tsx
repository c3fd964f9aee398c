import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { UnifiedThemeProvider } from '@backstage/theme';
import { ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { darkTheme, lightTheme } from './themes';

const DARK = '(prefers-color-scheme: dark)';

function listenToSystem(changed: () => void): () => void {
  const query = window.matchMedia?.(DARK);
  query?.addEventListener?.('change', changed);
  return () => query?.removeEventListener?.('change', changed);
}

const systemIsDark = () => window.matchMedia?.(DARK)?.matches ?? false;

function useIsDark(): boolean {
  const themes = useApi(appThemeApiRef);
  const [id, setId] = useState(themes.getActiveThemeId());
  useEffect(() => {
    const subscription = themes.activeThemeId$().subscribe(setId);
    return () => subscription.unsubscribe();
  }, [themes]);
  const system = useSyncExternalStore(listenToSystem, systemIsDark);
  return id === 'dark' || (id !== 'light' && system);
}

/**
 * The provider of both themes. Backstage mounts the provider of the chosen theme around all of the app: were it another
 * component for each, a change of the colour scheme would throw away every page with what is typed in it.
 */
export function ActiveThemeProvider({ children }: { children?: ReactNode }) {
  const theme = useIsDark() ? darkTheme : lightTheme;
  return <UnifiedThemeProvider theme={theme}>{children}</UnifiedThemeProvider>;
}
