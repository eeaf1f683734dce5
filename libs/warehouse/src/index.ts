export { archiveFacts, restoreFacts } from './archive';
export { type Exclusion } from './gate';
export { type MeasuredStatement, STATEMENTS } from './measured';
export { MIGRATIONS } from './migrations';
export { identifier, join, literal, param, Sql, sql, trusted, type Hole, type Param } from './sql';
export { type TextFormat } from './text-stream';
export { type WarehousePlace } from './connect';
export { openWarehouse, Warehouse, type Progress, type QueryProgress } from './warehouse';
export { beyondWall } from './wall/bounded-tables';
export {
  behindThisWall,
  type Beyond,
  beyondTheWall,
  pointsWithin,
  type Wall,
  wallAround,
  wallName,
  type Within,
  withinWall,
} from './wall/wall';
export { WarehouseError } from './warehouse-error';
export { withSettings, type EngineSettings } from './with-settings';
export { dossierCourses, dossierDeadlines, dossierPauses, pausedDeadlines } from './working-time/dossier-deadlines';
export { dueInstants, NO_PAUSES } from './working-time/due-at';
export { withWorked, withWorkingTime, workingDaysBetween, workingTimeBetween } from './working-time/worked';
