import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';

/** Tokens of the connections that the whole server lives on; they are opened before it and closed after it. */
export const STORES = Symbol('stores');
export const DATA_FOLDER = Symbol('data folder');
export const WAREHOUSE = Symbol('warehouse');
export const RECORDS = Symbol('records');
export const CITY_SETTINGS = Symbol('city settings');
export const LOG = Symbol('log');
/** Tells the time. */
export const NOW = Symbol('now');

export type { DataSource as Records, Logger };
export type Now = () => Date;
