export { type EngineOverHttp, startEngineOverHttp } from './engine-over-http';
