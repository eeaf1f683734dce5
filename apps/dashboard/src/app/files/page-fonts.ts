const FAMILY = 'Be Vietnam Pro';
const SUBSETS = /(latin|vietnamese)-\d+-normal[^/]*\.woff2/;

const isFontFace = (rule: CSSRule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule;

function facesOf(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter(isFontFace);
  } catch {
    // A sheet of another origin does not show its rules.
    return [];
  }
}

async function dataAddress(address: string): Promise<string> {
  const content = await (await fetch(address)).blob();
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error ?? new Error('The font cannot be read.'));
    reader.readAsDataURL(content);
  });
}

/** The page's own type as a style sheet that needs no page: a picture takes its fonts along, or it is set in another. */
export async function pageFonts(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return facesOf(sheet).map((face) => ({ face, base }));
  });
  const wanted = faces.flatMap(({ face: { style }, base }) => {
    const [, source] = /url\("?([^")]+\.woff2)"?\)/.exec(style.getPropertyValue('src')) ?? [];
    const isOurs = style.getPropertyValue('font-family').replaceAll(/["']/g, '') === FAMILY;
    return source === undefined || !isOurs || !SUBSETS.test(source) ? [] : [{ style, address: new URL(source, base).href }];
  });
  const rules = await Promise.all(
    wanted.map(async ({ style, address }) => {
      const said = ['font-weight', 'unicode-range'].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
      return `@font-face{font-family:'${FAMILY}';${said};src:url(${await dataAddress(address)}) format('woff2')}`;
    }),
  );
  return rules.join('');
}
