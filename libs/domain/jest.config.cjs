module.exports = { displayName: 'domain', ...require('../../jest.node.cjs') };
