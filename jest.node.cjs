const { readFileSync } = require('node:fs');
const path = require('node:path');

const { compilerOptions } = JSON.parse(readFileSync(path.join(__dirname, 'tsconfig.base.json'), 'utf8'));

/** Jest for a project that runs on Node; the dashboard and the charts have a configuration of their own. */
module.exports = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  reporters: ['default', [path.join(__dirname, 'tools/jest-counts.cjs'), { name }]],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', require('./tools/swc.cjs')],
    '\\.sql$': path.join(__dirname, 'tools/jest-text.cjs'),
  },
  // Packages stay as they are: Node 24 can require() ES modules, so NestJS needs no compiling.
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, path.join(__dirname, file)]),
  ),
});
