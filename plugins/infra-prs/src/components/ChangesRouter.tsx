import { Container } from '@backstage/ui';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { Route, Routes } from 'react-router-dom';
import { ChangePage } from './ChangePage/ChangePage';
import { ChangesPage } from './ChangesPage/ChangesPage';
import { FiguresPage } from './FiguresPage/FiguresPage';

/** The pages of the plugin, without a header of their own. */
export function ChangesRouter() {
  return (
    <SlipwayQueryProvider>
      <Container>
        <Routes>
          <Route path="/" element={<ChangesPage />} />
          <Route path="/figures" element={<FiguresPage />} />
          <Route path="/:number/*" element={<ChangePage />} />
        </Routes>
      </Container>
    </SlipwayQueryProvider>
  );
}
