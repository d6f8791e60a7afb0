/** Hands `text` to the visitor as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** An SVG of the page as a file of its own: colours and type are written into it. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    for (const property of [
      'fill',
      'stroke',
      'stroke-width',
      'opacity',
      'font-size',
      'font-weight',
    ]) {
      (element as SVGElement).style.setProperty(property, style.getPropertyValue(property));
    }
    (element as SVGElement).style.fontFamily = 'Inter, sans-serif';
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
