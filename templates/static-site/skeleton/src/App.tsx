import { useEffect, useState } from 'react';
import { loadConfig, type SiteConfig } from './loadConfig';
import { ThemeSwitch } from './ThemeSwitch';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly config: SiteConfig };

export function App() {
  const loaded = useSiteConfig();
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="bar">
        <span className="name">${{ values.spec.name }}</span>
        <ThemeSwitch />
      </header>
      <main id="content" className="page" tabIndex={-1}>
        <Content loaded={loaded} />
      </main>
    </>
  );
}

function Content({ loaded }: { readonly loaded: Loaded }) {
  switch (loaded.state) {
    case 'loading':
      return <p role="status">Loading…</p>;
    case 'failed':
      return <p role="alert">The page could not be loaded. Try again later.</p>;
    case 'ready':
      return (
        <>
          <h1>It works</h1>
          <p>
            This is <strong>{loaded.config.environment}</strong>. Edit{' '}
            <code>src/App.tsx</code> to begin.
          </p>
        </>
      );
  }
}

function useSiteConfig(): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    const gone = new AbortController();
    loadConfig(gone.signal).then(
      (config) => setLoaded({ state: 'ready', config }),
      (error: unknown) => {
        if (gone.signal.aborted) return;
        console.error(error);
        setLoaded({ state: 'failed' });
      },
    );
    return () => gone.abort();
  }, []);
  return loaded;
}
