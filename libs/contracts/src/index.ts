export * from './answer';
export * from './city';
export * from './command';
export * from './diff';
export * from './health';
export * from './load';
export * from './question';
export * from './registers';
