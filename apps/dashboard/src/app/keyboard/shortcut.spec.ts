import { deedOf, DEEDS, KEYS, opensSearch, type Pressed, takesLetters } from './shortcut';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('shortcuts', () => {
  it('are one key, or two after one another', () => {
    expect(deedOf(press('t'), null)).toBe('table');
    expect(deedOf(press('g'), null)).toBe('first');
    expect(deedOf(press('s'), 'g')).toBe('go_standards');
    expect(deedOf(press('s'), null)).toBeNull();
  });

  it('leave combinations with Ctrl, Alt and ⌘ to the browser, but for Ctrl K', () => {
    expect(deedOf(press('d', { ctrlKey: true }), null)).toBeNull();
    expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }), press('k')].map(opensSearch)).toEqual([true, true, false]);
  });

  it('have keys of their own each', () => expect(new Set(DEEDS.map((deed) => KEYS[deed].join(' '))).size).toBe(DEEDS.length));

  it('never hold where letters are typed, nor in a menu or a dialog', () => {
    document.body.innerHTML = '<input id="a"><div role="menu"><button id="b"></button></div><button id="c"></button>';
    expect(['a', 'b', 'c'].map((id) => takesLetters(document.getElementById(id)))).toEqual([true, true, false]);
  });
});
