/** What runs in the page under test to find its controls. These functions travel as text. */

export interface Control {
  mark: number;
  name: string;
  /** Size of what can be hit, in px: the control's, or its label's. */
  width: number;
  height: number;
  /** A link in a sentence is as high as its line. */
  inText: boolean;
  /** What would take a press on its middle instead of it. */
  over: string | null;
}

declare global {
  var walkTo: (mark: number) => { x: number; y: number } | null;
  var walkToStop: () => { x: number; y: number } | null;
  var walkSaw: () => boolean;
}

/** Marks all controls in `root` and says how each lies; leaves behind what a walk needs. */
export function controlsOf(root: string): Control[] {
  const CONTROLS = 'button, select, textarea, input, summary, a[href^="#"]';
  const ROWS = 'li, tr, [role="option"], .rank-row, [data-support]';
  const MARK = 'data-walk';
  /** These change by a press as such, whatever it does. */
  const PRESSED = /^data-(pressed|hovered|focused|focus-visible|walk)$/;

  /** Drawn for a keyboard or a screen reader only: itself, or what it is in, is a dot. */
  const isDot = (control: Element): boolean => {
    const { parentElement: around } = control;
    return [control, around, around?.parentElement].some((one) => {
      const { width, height } = one?.getBoundingClientRect() ?? { width: 4, height: 4 };
      return width < 4 || height < 4;
    });
  };
  /** A switch or a slider has its field as such a dot in its label or its thumb. */
  const targetOf = (control: Element): Element | null =>
    isDot(control) ? control.closest('label, .slider-thumb, .rate-thumb') : control;
  const isReady = (control: Element): boolean =>
    control.checkVisibility({ visibilityProperty: true }) &&
    control.getClientRects().length > 0 &&
    // The link that skips to the work stands above the window until it has the focus.
    control.getBoundingClientRect().bottom + scrollY > 0 &&
    targetOf(control) !== null &&
    !control.matches(':disabled, [aria-disabled="true"], [type="file"]') &&
    !control.closest('[aria-hidden="true"], [inert]');
  const middle = (target: Element): { x: number; y: number } => {
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    // A link may be broken over two lines: its first piece.
    const [piece] = target.getClientRects();
    return { x: piece.left + piece.width / 2, y: piece.top + piece.height / 2 };
  };
  const say = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}`; // prettier-ignore

  const stands = (control: Element): boolean => {
    for (let row = control.closest(ROWS); row; row = row.parentElement?.closest(ROWS) ?? null) {
      const among = [...(row.parentElement?.children ?? [])].filter((one) => one.matches(ROWS));
      if (among.indexOf(row) > 1) return false;
    }
    return true;
  };

  let seen = false;
  new MutationObserver((changes) => {
    seen ||= changes.some(
      ({ type, attributeName }) => type !== 'attributes' || !PRESSED.test(attributeName ?? ''),
    );
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const event of ['input', 'scroll', 'toggle']) {
    addEventListener(event, () => (seen = true), { capture: true });
  }
  addEventListener('focusin', ({ target }) => {
    seen ||= target instanceof Element && target.matches('input, select, textarea');
  });

  globalThis.walkTo = (mark) => {
    const control = document.querySelector(`[${MARK}="${mark}"]`);
    if (!control || !isReady(control)) return null;
    const at = middle(targetOf(control)!);
    // What is chosen stays so when it is pressed again.
    seen = control.matches('[aria-checked="true"]');
    return at;
  };
  globalThis.walkToStop = () => {
    const stop = [...document.querySelectorAll('button')].find(
      (button) =>
        /^(Stop|Cancel|Pause)$/.test((button.textContent ?? '').trim()) && isReady(button),
    );
    return stop ? middle(stop) : null;
  };
  globalThis.walkSaw = () => seen;

  return [...document.querySelector(root)!.querySelectorAll(CONTROLS)]
    .filter((control) => isReady(control) && stands(control))
    .map((control, mark) => {
      control.setAttribute(MARK, String(mark));
      const target = targetOf(control)!;
      const { x, y } = middle(target);
      const hit = document.elementFromPoint(x, y);
      const { width, height } = target.getBoundingClientRect();
      const display = getComputedStyle(control).display;
      return {
        mark,
        name: say(control),
        width: Math.round(width * 10) / 10,
        height: Math.round(height * 10) / 10,
        inText: display === 'inline' && control.closest('p, li, td, dd, span') !== null,
        over: hit && (target.contains(hit) || hit.contains(control) && hit.matches('label')) ? null : hit ? say(hit) : 'nothing', // prettier-ignore
      };
    });
}
