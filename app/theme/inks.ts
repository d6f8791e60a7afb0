/**
 * Colours for canvases, which take no `var(...)` and no `light-dark(...)`: worked out by the browser
 * for the theme that holds now. `followTheme` sets that before anything is drawn for it.
 */

/** Each of the tokens (`--ink`) as `element` sees it, as a colour that a canvas takes. */
export function readInks<Token extends string>(
  element: HTMLElement,
  tokens: readonly Token[],
): Record<Token, string> {
  const styles = getComputedStyle(element);
  const inks = tokens.map((token) => {
    element.style.color = `var(${token})`;
    return [token, styles.color] as const;
  });
  element.style.removeProperty('color');
  return Object.fromEntries(inks) as Record<Token, string>;
}
