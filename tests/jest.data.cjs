/** Public logs with known answers; their folder comes from the command line. */
module.exports = {
  ...require('../jest.node.cjs')('data', { onDisk: true }),
  testMatch: ['<rootDir>/data/**/*.data.ts'],
  testTimeout: 120_000,
};
