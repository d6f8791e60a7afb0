/**
 * Words light the picture and the picture lights words: everything that carries the same
 * `data-part` is lit together. One listener on the document and one attribute on the root, so that
 * pointing at a word draws nothing anew; `light.css` does the rest.
 */
export function followPointer(root: HTMLElement = document.documentElement): () => void {
  const light = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    const part = target?.getAttribute('data-part');
    if (part) root.dataset.lit = part;
    else delete root.dataset.lit;
  };
  root.addEventListener('pointerover', light);
  root.addEventListener('focusin', light);
  return () => {
    root.removeEventListener('pointerover', light);
    root.removeEventListener('focusin', light);
    delete root.dataset.lit;
  };
}
