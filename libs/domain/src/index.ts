export * from './answer';
export * from './label';
export * from './metric-info';
export * from './problem';
export * from './question';
export * from './scope';
export * from './time-range';
