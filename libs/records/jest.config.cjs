module.exports = { displayName: 'records', ...require('../../jest.node.cjs') };
