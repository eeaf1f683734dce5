export * from './answer';
export * from './city';
export * from './question';
