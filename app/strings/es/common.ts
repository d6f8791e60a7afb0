import type { common as en } from '../en/common';

export const common: typeof en = {
  title: 'Arranque en frío',
  subtitle: 'en una sola pasada hacia delante',
  skip: 'Ir al banco de trabajo',
  close: 'Cerrar',
  dismiss: 'Descartar',
  tryAgain: 'Reintentar',
  panelFailed: 'Este panel dejó de funcionar. El resto de la página continúa.',
  recorded: 'grabado',
  live: 'en vivo',
  recordedHelp:
    'Estos números los calculó antes el mismo modelo. Pasan a ser en vivo en cuanto el modelo se ha cargado aquí.',
  liveHelp: 'Lo acaba de calcular el modelo que se ejecuta en esta página.',
  waiting: 'Esperando al modelo…',
  year: (year) => (year === null ? 'año desconocido' : String(year)),
  movie: (title, year) => (year === null ? title : `${title} (${year})`),
  stars: (stars) => (stars === 1 ? '1 estrella' : `${stars} estrellas`),
};
