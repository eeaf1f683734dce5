module.exports = { displayName: 'metrics', ...require('../../jest.node.cjs') };
