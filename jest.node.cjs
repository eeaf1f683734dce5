/** Jest for every project that runs on Node; the dashboard has its own configuration. */
const { readFileSync } = require('node:fs');
const path = require('node:path');

const { compilerOptions } = JSON.parse(readFileSync(path.join(__dirname, 'tsconfig.base.json'), 'utf8'));

module.exports = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', require('./tools/swc.cjs')],
    '\\.sql$': path.join(__dirname, 'tools/jest-text.cjs'),
  },
  // Packages stay as they are: Node 24 can require() ES modules, so NestJS needs no compiling.
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [file]]) => [`^${name}$`, path.join(__dirname, file)]),
  ),
};
