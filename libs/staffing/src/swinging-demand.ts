/** Arrivals that swing around a mean like a sine: `mean · (1 + swing · sin(speed · t))`. */
export interface SwingingArrivals {
  readonly mean: number;
  readonly swing: number;
  readonly speed: number;
}

/**
 * The work in progress at time t when every person could be served at once: it trails behind the arrivals. Times in units
 * of the time of service when `served` is 1. Source: S. G. Eick, W. A. Massey, W. Whitt, Management Science 39 (1993) 241–252.
 */
export function workInProgress({ mean, swing, speed }: SwingingArrivals, t: number, served = 1): number {
  const ratio = speed / served;
  const phase = speed * t;
  return (mean / served) * (1 + (swing * (Math.sin(phase) - ratio * Math.cos(phase))) / (1 + ratio * ratio));
}
