/**
 * Words light the picture and the picture lights words: everything that carries the same
 * `data-part` is lit together. One listener on the document and one attribute on the root, so that
 * pointing at a word draws nothing anew; `light.css` does the rest. `data-part` may name several
 * parts (a panel that shows more than one); a word lights its panel, a panel lights its words.
 */
import './light.css';

export function followPointer(root: HTMLElement = document.documentElement): () => void {
  const unlight = (): void => {
    delete root.dataset.lit;
    delete root.dataset.litBy;
  };
  const light = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    const part = target?.getAttribute('data-part');
    if (!target || !part) return unlight();
    root.dataset.lit = part;
    root.dataset.litBy = target.classList.contains('panel') ? 'panel' : 'word';
  };
  root.addEventListener('pointerover', light);
  root.addEventListener('focusin', light);
  return () => {
    root.removeEventListener('pointerover', light);
    root.removeEventListener('focusin', light);
    unlight();
  };
}
