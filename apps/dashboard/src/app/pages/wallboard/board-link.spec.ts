import { convertToParamMap } from '@angular/router';
import { boardLink, placeParams } from './board-link';

const linkOf = (params: Readonly<Record<string, string>>) => boardLink(convertToParamMap(params));

describe('the link of a board', () => {
  it('names a branch or a point, else the whole city', () => {
    expect(placeParams(linkOf({ branch: 'B1' }))).toEqual({ branch: 'B1' });
    expect(placeParams(linkOf({}))).toEqual({});
  });

  it('says how long a screen stands', () => expect(linkOf({ seconds: '30' })).toMatchObject({ seconds: 30, refusedSeconds: null }));

  it.each(['1', '301', 'soon', '-5', 'Infinity'])('with %s seconds shows the usual ones and says which were refused', (seconds) =>
    expect(linkOf({ seconds })).toMatchObject({ seconds: 15, refusedSeconds: seconds }),
  );
});
