export { countersFor, type Delay, delayOf, lossShare, offeredWork, type Queue, shareWaitingLonger } from './delay';
export { type ImpatientDelay, impatientDelayOf, type ImpatientQueue } from './impatience';
export { chanceOfWaiting, expectedWait, type Line } from './in-line';
export { forecastOf, type LineForecast, type StandingLine } from './standing-line';
export { type SwingingArrivals, workInProgress } from './swinging-demand';
export { changedDay, type DayChange } from './moved-officer';
export { type Stretch, type StretchOutcome, throughTheDay } from './through-the-day';
