#!/usr/bin/env node
// In this repository the sources run as they are; a package that was published has them built.
const fs = require('node:fs');
const path = require('node:path');

if (fs.existsSync(path.resolve(__dirname, '../src'))) {
  require('@backstage/cli/config/nodeTransform.cjs');
  require('../src');
} else {
  require('..');
}
