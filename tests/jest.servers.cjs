/** Tests against real database servers of their own; the command line says which: npm run test:servers -- postgresql mysql */
module.exports = {
  ...require('../jest.node.cjs')('servers', { onDisk: true }),
  testMatch: ['<rootDir>/servers/**/*.servers.ts'],
  testTimeout: 240_000,
};
