/** The built product in a real browser. */
module.exports = {
  ...require('../jest.node.cjs')('e2e', { onDisk: true }),
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  testTimeout: 120_000,
};
