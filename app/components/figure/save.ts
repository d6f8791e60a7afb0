/** Files for the visitor's own disk. */
import { withFonts } from './font-faces';

/** Offers `blob` as a download named `name`. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveText = (text: string, type: string, name: string): void =>
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);

/** CSV with the mark by which Excel knows it for UTF-8. */
export const saveCsv = (csv: string, name: string): void =>
  saveText(`\ufeff${csv}`, 'text/csv', name);

/** SVG text in the page's fonts as a PNG at `scale` pixels for each CSS pixel; rejects when the browser cannot draw it. */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([await withFonts(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = scale * image.naturalWidth;
    canvas.height = scale * image.naturalHeight;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG made')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
