const path = require('node:path');
const base = require('./jest.base.cjs');

/** Jest for a project that runs on Node. */
module.exports = (name) => ({
  ...base(name),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testSequencer: path.join(__dirname, 'tools/longest-first.cjs'),
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', require('./tools/swc.cjs')],
    '\\.sql$': path.join(__dirname, 'tools/jest-text.cjs'),
  },
  // Packages stay as they are: Node 24 can require() ES modules, so NestJS needs no compiling.
  transformIgnorePatterns: ['/node_modules/'],
});
