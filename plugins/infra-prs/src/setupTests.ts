import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, and the first load of a run compiles them.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
