/** Tests against real database servers of their own; the command line says which: npm run test:servers -- postgresql mysql */
const named = (process.env.EVENHAND_SERVERS ?? '').split(' ');
module.exports = {
  ...require('../jest.node.cjs')('servers', { onDisk: true }),
  testMatch: ['<rootDir>/servers/**/*.servers.ts'],
  // Records are kept in PostgreSQL alone.
  testPathIgnorePatterns: named.includes('postgresql') ? [] : ['worker\\.servers\\.ts$'],
  testTimeout: 240_000,
};
