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
  visibility: 'visible',
};
const TEXT_STYLES = ['font-family', 'font-size', 'font-weight', 'font-style'];
/** No attribute says this one: columns of numbers would be of another width. */
const NUMERIC = 'font-variant-numeric';
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * The drawing of a canvas as SVG markup, so that a saved map has shapes and not pixels. `plain` turns
 * any CSS colour into one that all programs read.
 */
export type Vectors = (canvas: HTMLCanvasElement, plain: (colour: string) => string) => string;

const PADDING = 12;

/**
 * The figure's pictures as SVG text, in CSS pixels of the screen. `data-caption` marks words that go
 * along; controls stay out, save those inside `data-export` (a legend that is also a switch).
 */
export function composeSvg(root: HTMLElement, vectors?: Vectors): string {
  const colours = colourWriter();
  const elements = [
    ...root.querySelectorAll<HTMLElement | SVGSVGElement>('svg, canvas, [data-caption]'),
  ].filter(
    (element) =>
      !element.closest('[data-no-export]') &&
      (!element.closest('button') || element.closest('[data-export]')),
  );
  // The reading line between picture and legend stays out: the legend moves up to the picture.
  const isLegend = (element: Element): boolean => element.closest('.figure-tools') !== null;
  const picture = around(elements.filter((element) => !isLegend(element)));
  const legend = around(elements.filter(isLegend));
  const up = Math.max(0, legend.y - picture.y - picture.height + PADDING);
  const width = Math.max(picture.width, legend.x + legend.width - picture.x);
  const height = Math.max(picture.height, legend.y - up + legend.height - picture.y);
  const out = document.createElementNS(NAMESPACE, 'svg');
  out.setAttribute('width', String(width));
  out.setAttribute('height', String(height));
  out.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', colours(groundOf(root)));
  out.append(ground);
  for (const element of elements) {
    const box = boxOf(element);
    box.x -= picture.x;
    box.y -= picture.y + (isLegend(element) ? up : 0);
    if (element instanceof SVGSVGElement) out.append(drawing(element, box, colours));
    else if (element instanceof HTMLCanvasElement)
      out.append(pixels(element, box, colours, vectors));
    else out.append(caption(element, box, colours));
  }
  return new XMLSerializer().serializeToString(out);
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, width, height };
}

/** The box that holds all elements, with a little paper around them; empty without any. */
function around(elements: readonly Element[]): Box {
  if (elements.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const boxes = elements.map(boxOf);
  const x = Math.floor(Math.min(...boxes.map((box) => box.x))) - PADDING;
  const y = Math.floor(Math.min(...boxes.map((box) => box.y))) - PADDING;
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width))) + PADDING;
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height))) + PADDING;
  return { x, y, width: right - x, height: bottom - y };
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
  const hidden: SVGElement[] = [];
  copy.querySelectorAll<SVGElement>('*').forEach((element, k) => {
    const style = getComputedStyle(originals[k]);
    if (style.display === 'none' && !element.closest('defs, clipPath')) hidden.push(element);
    // An attribute that a style overrides counts as the style does. Where an engine does not count
    // the attribute itself as a style (WebKit: always 'none'), the attribute stands.
    const { transform, r } = style;
    if (transform !== 'none') element.setAttribute('transform', transform);
    if (element.tagName === 'circle' && r !== 'auto')
      element.setAttribute('r', String(parseFloat(r)));
    const names = element.tagName === 'text' ? TEXT_STYLES : [];
    for (const name of [...Object.keys(STYLES), ...names]) {
      const value = style.getPropertyValue(name);
      if (value === STYLES[name]) element.removeAttribute(name);
      else if (value) element.setAttribute(name, colours(value));
    }
    element.removeAttribute('class');
    element.removeAttribute('style');
    if (element.tagName === 'text') keepNumeric(element, style);
  });
  for (const element of hidden) element.remove();
  return copy;
}

function keepNumeric(text: SVGElement, style: CSSStyleDeclaration): void {
  const value = style.getPropertyValue(NUMERIC);
  if (value && value !== 'normal') text.setAttribute('style', `${NUMERIC}: ${value}`);
}

function pixels(
  canvas: HTMLCanvasElement,
  box: Box,
  colours: (css: string) => string,
  vectors?: Vectors,
): SVGElement {
  if (vectors) {
    const group = document.createElementNS(NAMESPACE, 'g');
    group.setAttribute('transform', `translate(${box.x} ${box.y})`);
    group.innerHTML = vectors(canvas, colours);
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
  const lines = linesOf(element);
  const line = box.height / lines.length;
  lines.forEach((words, k) => {
    const span = document.createElementNS(NAMESPACE, 'tspan');
    span.textContent = words;
    span.setAttribute('x', String(box.x));
    span.setAttribute('y', String(box.y + (k + 0.5) * line));
    text.append(span);
  });
  text.setAttribute('dominant-baseline', 'central');
  text.setAttribute('fill', colours(style.color));
  for (const name of TEXT_STYLES) text.setAttribute(name, style.getPropertyValue(name));
  keepNumeric(text, style);
  return text;
}

/** What a line is broken between: words, or the characters of Chinese. */
const UNITS = /[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+/g;

/** Words that stand so far apart, in heights of their line, are apart also where no space says so. */
const APART = 0.1;

/** A caption's text as it is broken on screen; SVG breaks no lines by itself. */
function linesOf(element: HTMLElement): string[] {
  const range = document.createRange();
  const lines: { top: number; right: number; text: string }[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  // Of the node before: a name and its value may be elements of their own.
  let between = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    let end = 0;
    for (const { 0: unit, index } of text.matchAll(UNITS)) {
      range.setStart(node, index);
      range.setEnd(node, index + unit.length);
      const { top, left, right, width, height } = range.getBoundingClientRect();
      between += text.slice(end, index);
      end = index + unit.length;
      if (width === 0) continue;
      const last = lines.at(-1);
      // What stands in one line differs in height by less than a line.
      if (last && Math.abs(top - last.top) < height / 2) {
        const isApart = /\s/.test(between) || left - last.right > APART * height;
        last.text += (isApart ? ' ' : '') + unit;
        last.right = right;
      } else lines.push({ top, right, text: unit });
      between = '';
    }
    between += text.slice(end);
  }
  return lines.map(({ text }) => text);
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
    if (!context || !/^(oklab|oklch|lab|lch|color|color-mix)\(/.test(css)) return css;
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
