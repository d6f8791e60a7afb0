/**
 * One self-contained SVG from what a figure shows: every `<svg>` and `<canvas>` at its place, and
 * captions as text, with the page's computed colours and fonts written in.
 */

/** CSS properties that a drawing needs outside the page, with the values that may be left out. */
const STYLES: Record<string, string> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
  'text-anchor': 'start',
  transform: 'none',
};
const TEXT_STYLES = ['font-family', 'font-size', 'font-weight', 'font-style'];
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Drawings of canvases as SVG markup, so that a saved map has shapes and not pixels. */
export type Vectors = () => string;

/** The figure's pictures as SVG text, in CSS pixels of the screen. */
export function composeSvg(root: HTMLElement, vectors?: Vectors): string {
  const frame = root.getBoundingClientRect();
  const colours = colourWriter();
  const out = document.createElementNS(NAMESPACE, 'svg');
  out.setAttribute('xmlns', NAMESPACE);
  out.setAttribute('width', String(Math.ceil(frame.width)));
  out.setAttribute('height', String(Math.ceil(frame.height)));
  out.setAttribute('viewBox', `0 0 ${Math.ceil(frame.width)} ${Math.ceil(frame.height)}`);
  const ground = document.createElementNS(NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', colours(groundOf(root)));
  out.append(ground);
  for (const element of root.querySelectorAll<HTMLElement | SVGSVGElement>(
    'svg, canvas, [data-caption]',
  )) {
    if (element.closest('button, [data-no-export]')) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = { x: left - frame.left, y: top - frame.top, width, height };
    if (element instanceof SVGSVGElement) out.append(drawing(element, box, colours));
    else if (element instanceof HTMLCanvasElement) out.append(pixels(element, box, vectors));
    else out.append(caption(element as HTMLElement, box, colours));
  }
  return new XMLSerializer().serializeToString(out);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawing(svg: SVGSVGElement, box: Box, colours: (css: string) => string): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const [name, value] of Object.entries(box)) copy.setAttribute(name, String(value));
  copy.removeAttribute('style');
  const originals = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, k) => {
    const style = getComputedStyle(originals[k]);
    const names = element.tagName === 'text' ? TEXT_STYLES : [];
    for (const name of [...Object.keys(STYLES), ...names]) {
      const value = style.getPropertyValue(name);
      if (value === STYLES[name]) element.removeAttribute(name);
      else if (value) element.setAttribute(name, colours(value));
    }
    element.removeAttribute('class');
    element.removeAttribute('style');
  });
  return copy;
}

function pixels(canvas: HTMLCanvasElement, box: Box, vectors?: Vectors): SVGElement {
  if (vectors) {
    const group = document.createElementNS(NAMESPACE, 'g');
    group.setAttribute('transform', `translate(${box.x} ${box.y})`);
    group.innerHTML = vectors();
    return group;
  }
  const image = document.createElementNS(NAMESPACE, 'image');
  for (const [name, value] of Object.entries(box)) image.setAttribute(name, String(value));
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}

function caption(element: HTMLElement, box: Box, colours: (css: string) => string): SVGElement {
  const style = getComputedStyle(element);
  const text = document.createElementNS(NAMESPACE, 'text');
  text.textContent = element.textContent;
  text.setAttribute('x', String(box.x));
  text.setAttribute('y', String(box.y + 0.5 * box.height));
  text.setAttribute('dominant-baseline', 'central');
  text.setAttribute('fill', colours(style.color));
  for (const name of TEXT_STYLES) text.setAttribute(name, style.getPropertyValue(name));
  return text;
}

/** The nearest painted background behind the figure. */
function groundOf(element: HTMLElement): string {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return '#fff';
}

/** Mixed colours (`oklab(...)`, `color(srgb ...)`) as plain `rgb()`, which every program reads. */
function colourWriter(): (css: string) => string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, string>();
  return (css) => {
    if (!context || !/^(oklab|oklch|lab|lch|color)\(/.test(css)) return css;
    const found = known.get(css);
    if (found) return found;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    const made = a === 255 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a / 255})`;
    known.set(css, made);
    return made;
  };
}
