import type { researchers as en } from '../en/researchers';

export const researchers: typeof en = {
  title: 'Para investigadores',
  sub: 'Una carrera contra métodos de gradiente, las tablas y figuras del artículo, y tus propios datos.',
  rooms: { race: 'Carrera', lab: 'Laboratorio', import: 'Tus datos' },
};
