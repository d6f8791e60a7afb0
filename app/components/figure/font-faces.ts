/** The page's own fonts as text inside a picture: an image that is drawn apart from the page has none. */

const address = /url\(["']?([^"')]+)["']?\)/;

/** Rules of the fonts that a picture names, of those that the browser has fetched for this page. */
function usedRules(svg: string): CSSFontFaceRule[] {
  const loaded = new Set(
    [...document.fonts]
      .filter(({ family, status }) => status === 'loaded' && svg.includes(bare(family)))
      .map(({ family, unicodeRange }) => keyOf(family, unicodeRange)),
  );
  return [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).filter(
      (rule): rule is CSSFontFaceRule =>
        rule instanceof CSSFontFaceRule &&
        loaded.has(
          keyOf(
            rule.style.getPropertyValue('font-family'),
            rule.style.getPropertyValue('unicode-range'),
          ),
        ),
    ),
  );
}

const bare = (family: string): string => family.replace(/["']/g, '');

const keyOf = (family: string, range: string): string =>
  `${bare(family)} ${range.replace(/\s/g, '').toLowerCase()}`;

/** A sheet of another origin keeps its rules to itself; an extension may have put one in. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

async function inlined(rule: CSSFontFaceRule): Promise<string> {
  const [, relative] = address.exec(rule.style.getPropertyValue('src')) ?? [];
  if (!relative) return '';
  const base = rule.parentStyleSheet?.href ?? document.baseURI;
  const response = await fetch(new URL(relative, base));
  if (!response.ok) return '';
  const data = await asDataUrl(await response.blob());
  return rule.cssText.replace(/src:[^;]+;/, `src: url("${data}");`);
}

const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('a font could not be read'));
    reader.readAsDataURL(blob);
  });

/** `svg` with the page's fonts in it; as it is where they cannot be had. */
export async function withFonts(svg: string): Promise<string> {
  const faces = await Promise.all(usedRules(svg).map(inlined)).catch(() => []);
  const style = faces.join('');
  return style === '' ? svg : svg.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${style}</style>`);
}
