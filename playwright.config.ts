import { defineConfig } from '@playwright/test';

/** The browser loop; `npm run e2e` starts the portal and sets the variables. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 480_000,
  // The first pages come while the portal still reads its catalog, on machines with two busy cores.
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  reporter: [
    ['list'],
    ['json', { outputFile: 'e2e-test-report/results.json' }],
  ],
  outputDir: 'e2e-test-report/output',
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
