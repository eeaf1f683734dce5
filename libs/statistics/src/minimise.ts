type Point = readonly number[];
interface Vertex {
  readonly at: Point;
  readonly value: number;
}

const MOST_STEPS = 2_000;
const SAME = 1e-13;

const along = (from: Point, to: Point, share: number): Point => from.map((x, axis) => x + share * ((to[axis] ?? 0) - x));

function centreOf(vertices: readonly Vertex[]): Point {
  const [first] = vertices;
  return (first?.at ?? []).map((_, axis) => vertices.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / vertices.length);
}

/**
 * The point at which a function of a few numbers is smallest, searched downhill from a start without derivatives.
 * Source: J. A. Nelder, R. Mead, Computer Journal 7 (1965) 308–313.
 */
export function whereSmallest(of: (at: Point) => number, start: Point, step = 0.5): Point {
  const vertex = (at: Point): Vertex => ({ at, value: of(at) });
  let simplex = [start, ...start.map((_, axis) => start.with(axis, (start[axis] ?? 0) + step))].map(vertex);
  for (let round = 0; round < MOST_STEPS; round++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (!best || !worst || !second || worst.value - best.value <= SAME * (1 + Math.abs(best.value))) break;
    const others = simplex.slice(0, -1);
    const centre = centreOf(others);
    const mirrored = vertex(along(worst.at, centre, 2));
    if (mirrored.value < best.value) {
      const further = vertex(along(worst.at, centre, 3));
      simplex = [...others, further.value < mirrored.value ? further : mirrored];
    } else if (mirrored.value < second.value) simplex = [...others, mirrored];
    else {
      const nearer = vertex(along(worst.at, centre, mirrored.value < worst.value ? 1.5 : 0.5));
      simplex =
        nearer.value < Math.min(worst.value, mirrored.value)
          ? [...others, nearer]
          : simplex.map((one) => (one === best ? one : vertex(along(best.at, one.at, 0.5))));
    }
  }
  return simplex[0]?.at ?? start;
}
