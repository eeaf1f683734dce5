module.exports = { displayName: 'contracts', ...require('../../jest.node.cjs') };
