module.exports = { displayName: 'statistics', ...require('../../jest.node.cjs') };
