module.exports = require('../../jest.angular.cjs')('charts');
