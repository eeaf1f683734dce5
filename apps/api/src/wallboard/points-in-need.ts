import type { LivePoint } from '@evenhand/contracts';

const MOST = 8;

/** People in line who wait too long already or are expected to, where anybody can say so. */
const inNeed = ({ expectedOver, overNow }: LivePoint): number => Math.max(expectedOver ?? 0, overNow ?? 0);

/** The points where at least one person waits too long or will: most of them first, no more than fit on a screen. */
export const pointsInNeed = (points: readonly LivePoint[]): readonly string[] =>
  points
    .filter((point) => point.state === 'known' && inNeed(point) >= 1)
    .sort((a, b) => inNeed(b) - inNeed(a) || a.point.localeCompare(b.point))
    .slice(0, MOST)
    .map(({ point }) => point);
