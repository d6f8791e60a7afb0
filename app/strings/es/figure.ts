import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  asTable: 'Como tabla',
  save: 'Guardar',
  formats: {
    svg: 'Imagen (SVG)',
    png: 'Imagen (PNG)',
    csv: 'Tabla (CSV)',
    'points-csv': 'Puntos a la vista, con contextos (CSV)',
    'points-json': 'Puntos a la vista, con contextos (JSON)',
  },
  saveFailed: (why) => `No se pudo guardar la imagen: ${why}`,
};
