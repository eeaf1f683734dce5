module.exports = require('../../jest.angular.cjs')('dashboard');
