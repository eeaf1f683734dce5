module.exports = { displayName: 'etl', ...require('../jest.node.cjs') };
