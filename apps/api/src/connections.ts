import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';

/** Tokens of the connections that the whole server lives on; they are opened before it and closed after it. */
export const STORES = Symbol('stores');
export const DATA_FOLDER = Symbol('data folder');
export const WAREHOUSE = Symbol('warehouse');
/** The operational records under the name by which @nestjs/typeorm finds them. */
export const RECORDS = getDataSourceToken();
export const CITY_SETTINGS = Symbol('city settings');
/** Path of the GeoJSON with the boundaries of the units; undefined where the operator gave none. */
export const BOUNDARIES_FILE = Symbol('boundaries file');
export const LOG = Symbol('log');
/** Tells the time. */
export const NOW = Symbol('now');

export type { DataSource as Records, Logger };
export type Now = () => Date;
