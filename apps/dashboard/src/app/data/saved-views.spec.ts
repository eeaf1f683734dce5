import { paramsOf, screenOf } from './saved-views';

describe('a screen to keep', () => {
  it('is a page and its query string, without the language of the reader', () => {
    expect(screenOf('/points?sort=-n,name&lang=en&pin=P1')).toEqual({ path: '/points', query: 'sort=-n%2Cname&pin=P1' });
    expect(screenOf('/city')).toEqual({ path: '/city', query: '' });
  });

  it('keeps parameters that are there more than once', () => {
    expect(paramsOf(screenOf('/explore?where=field:land&where=channel:&by=point').query)).toEqual({
      where: ['field:land', 'channel:'],
      by: ['point'],
    });
  });
});
