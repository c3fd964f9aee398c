import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { titleModule } from './modules/title';
import { themeModule } from './modules/theme';

export default createApp({
  features: [
    catalogPlugin,
    homeModule,
    navModule,
    signInModule,
    themeModule,
    titleModule,
  ],
});
