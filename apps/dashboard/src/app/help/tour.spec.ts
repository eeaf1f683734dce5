import { Tour, TOUR_STEPS } from './tour';

describe('the first tour', () => {
  beforeEach(() => localStorage.clear());

  it('is offered at the first use, and not after it was taken', () => {
    const tour = new Tour();
    expect([tour.isOffered(), tour.step()]).toEqual([true, null]);
    tour.start();
    for (let step = 0; step < TOUR_STEPS.length; step += 1) tour.move(1);
    expect([tour.isOffered(), tour.step(), new Tour().isOffered()]).toEqual([false, null, false]);
  });

  it('can be skipped for good and taken again on demand', () => {
    const tour = new Tour();
    tour.end();
    tour.start();
    expect([tour.isOffered(), tour.step()]).toEqual([false, 0]);
  });

  it('goes back, but not before its first step', () => {
    const tour = new Tour();
    tour.start();
    tour.move(1);
    tour.move(-1);
    tour.move(-1);
    expect(tour.step()).toBe(0);
  });
});
