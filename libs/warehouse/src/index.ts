export { type Exclusion } from './gate';
export { identifier, join, literal, param, Sql, sql, trusted, type Hole, type Param } from './sql';
export { openWarehouse, Warehouse, type Progress, type WarehousePlace } from './warehouse';
export { WarehouseError } from './warehouse-error';
export { withSettings, type EngineSettings } from './with-settings';
export { dossierCourses, dossierDeadlines, dossierPauses, pausedDeadlines } from './working-time/dossier-deadlines';
export { dueInstants, NO_PAUSES } from './working-time/due-at';
export { withWorked, withWorkingTime, workingDaysBetween, workingTimeBetween } from './working-time/worked';
