const path = require('node:path');
const { readFileSync } = require('node:fs');

const { compilerOptions } = JSON.parse(readFileSync(path.join(__dirname, '../../tsconfig.base.json'), 'utf8'));

module.exports = {
  displayName: 'dashboard',
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse|echarts|zrender|tslib))'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([name, [file]]) => [`^${name}$`, path.join(__dirname, '../..', file)]),
  ),
};
