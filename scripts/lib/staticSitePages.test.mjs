import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { rootDir } from './paths.mjs';

const file = path.join(rootDir, 'terraform/modules/static-site/pages.js');
const context = vm.createContext({});
vm.runInContext(readFileSync(file, 'utf8'), context);
const uriOf = uri => context.handler({ request: { uri } }).uri;

test('paths of pages are answered with index.html, files stay as they are', () => {
  for (const page of ['/', '/orders', '/orders/', '/v1.2/orders/42']) {
    assert.equal(uriOf(page), '/index.html');
  }
  for (const asset of ['/index.html', '/assets/app.3f2a.js', '/favicon.ico']) {
    assert.equal(uriOf(asset), asset);
  }
});
