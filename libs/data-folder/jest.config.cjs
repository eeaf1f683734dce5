module.exports = { displayName: 'data-folder', ...require('../../jest.node.cjs') };
