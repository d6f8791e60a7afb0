import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  asTable: 'Como tabla',
  save: 'Guardar',
  formats: { svg: 'Imagen (SVG)', png: 'Imagen (PNG)', csv: 'Tabla (CSV)' },
  saveFailed: (why) => `No se pudo guardar la imagen: ${why}`,
};
