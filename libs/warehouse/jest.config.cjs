module.exports = { displayName: 'warehouse', ...require('../../jest.node.cjs') };
