import type { Places } from '../contract/places';
import type { CityDescription } from './city-description';
import { grouped } from './grouped';

/** What the contracts ask of a city: its points with the units they took over, and its wards. */
export function placesOf({ points, formerUnits, pointsAreRegistered, wards }: CityDescription): Places {
  const bySuccessor = grouped(formerUnits, ({ successor }) => successor);
  return {
    points: points.map(({ code, name, validFrom, validTo }) => {
      const predecessors = (bySuccessor.get(code) ?? []).map((former) => former.code);
      return { code, name, validFrom, validTo, predecessors };
    }),
    areRegistered: pointsAreRegistered,
    wards: wards.map(({ code, name, type }) => ({ code, name, type })),
  };
}
