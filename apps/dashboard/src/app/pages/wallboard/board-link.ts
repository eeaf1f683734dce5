import type { ParamMap } from '@angular/router';

/** How long a screen stands before the next one comes, in seconds. */
export const SECONDS = { least: 5, most: 300, usual: 15 } as const;

/** What a link to a board asks for. */
export interface BoardLink {
  readonly branch: string | null;
  readonly point: string | null;
  readonly seconds: number;
  /** The seconds of the link as they are written, where they are none that a board can stand for. */
  readonly refusedSeconds: string | null;
}

/** Reads a link; seconds that cannot be used give way to the usual ones. */
export function boardLink(params: Pick<ParamMap, 'get'>): BoardLink {
  const written = params.get('seconds');
  const seconds = Number(written);
  const isUsable = written !== null && Number.isFinite(seconds) && seconds >= SECONDS.least && seconds <= SECONDS.most;
  return {
    branch: params.get('branch') || null,
    point: params.get('point') || null,
    seconds: isUsable ? seconds : SECONDS.usual,
    refusedSeconds: isUsable || written === null ? null : written,
  };
}

/** The query of the server for the place of a link. */
export const placeParams = ({ branch, point }: BoardLink): Readonly<Record<string, string>> => ({
  ...(branch === null ? {} : { branch }),
  ...(point === null ? {} : { point }),
});
