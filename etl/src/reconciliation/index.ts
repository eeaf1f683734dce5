export { reconciliation, type ReconciliationFound } from './reconciliation';
export { settleLateSync } from './settle-late-sync';
