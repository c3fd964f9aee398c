import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Lazy parts load slowly on a busy machine; a missing element still fails.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
