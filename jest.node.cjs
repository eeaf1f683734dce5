const path = require('node:path');
const process = require('node:process');
const base = require('./jest.base.cjs');
const useMemoryFolder = require('./tools/memory-folder.cjs');

/** Jest for a project that runs on Node; its temporary files lie in memory where there is plenty, unless they shall lie on a disk. */
module.exports = (name, { onDisk = false } = {}) => {
  process.env.EVENHAND_TEST_RUN = String(process.pid);
  if (!onDisk) useMemoryFolder();
  return settings(name);
};

const settings = (name) => ({
  ...base(name),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  // What a spec file loads is never given up whole: after some forty, collecting garbage would take longer than the tests.
  workerIdleMemoryLimit: '250MB',
  testSequencer: path.join(__dirname, 'tools/longest-first.cjs'),
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', require('./tools/swc.cjs')],
    '\\.sql$': path.join(__dirname, 'tools/jest-text.cjs'),
  },
  // Packages stay as they are: Node 24 can require() ES modules, so NestJS needs no compiling.
  transformIgnorePatterns: ['/node_modules/'],
});
