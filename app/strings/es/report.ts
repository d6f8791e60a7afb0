import type { report as en } from '../en/report';

export const report: typeof en = {
  reload: 'Recargar la página',
  onCpu: 'Calcular en JavaScript puro',
  advice:
    'Si nada de esto ayuda, abre la página en otro navegador: un Chrome, Edge, Firefox o Safari actual.',
  title: 'Informar de esto',
  holds:
    'Copia esto en una incidencia. Nombra el navegador, los backends que se probaron y lo que falló; nada sobre ti ni sobre lo que elegiste.',
  copy: 'Copiar el informe',
};
