export { applyCity } from './city/apply-city';
export type { CityDescription } from './city/city-description';
export { readCity } from './city/read-city';
export { CONTRACTS } from './contract/contracts';
export { ENTITIES, type EntityContract, type EntityName } from './contract/entity-contract';
export { reasonText } from './contract/laws-of';
export { loadSource, type LoadProgress, type LoadRequest, type RunSummary } from './load/load-source';
export { SourceProblem } from './source/source-problem';
export { openStores, type Stores, storesPlace, type StoresPlace } from './stores';
