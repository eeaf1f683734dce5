/** The built product as its container runs it, without an engine of containers: npm run test:container */
module.exports = {
  ...require('../jest.node.cjs')('container', { onDisk: true }),
  testMatch: ['<rootDir>/container/**/*.container.ts'],
  testTimeout: 120_000,
};
