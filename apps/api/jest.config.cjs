module.exports = { displayName: 'api', ...require('../../jest.node.cjs') };
