import type { header as en } from '../en/header';

export const header: typeof en = {
  settings: 'Escenario',
  scenario: 'Género',
  user: 'Visitante nuevo',
  share: 'Compartir',
  shareHelp: 'Copiar un enlace a lo que ves ahora',
  shareLink: 'Copiar el enlace',
  shareClass: 'Copiar un enlace para una clase',
  shareClassHelp:
    'Para una clase: nada de su contenido se envía al servidor. Está detrás del # del enlace.',
  theme: (next) =>
    next === 'system'
      ? 'Seguir los colores del sistema'
      : next === 'dark'
        ? 'Pasar a colores oscuros'
        : 'Pasar a colores claros',
  offline: 'funciona sin red',
  language: 'Idioma',
  backend: {
    starting: 'El modelo se está cargando',
    restarting: 'El modelo se está reiniciando',
    failed: 'El modelo no arrancó',
    edit: (ms) => `${ms} por cambio`,
    training: (rate) => `entrenando, ${rate} pasos/s`,
    help: 'Dónde calcula el modelo. Cada backend que arranca se comprueba con el gradiente de la CPU y se cronometra; responde el más rápido.',
    chosen: (name, reason) => `${name}: ${reason}`,
    trains: (name) => `El entrenamiento se ejecuta en ${name}.`,
    ok: (ms) => `correcto, ${ms} por paso`,
    passed: 'correcto',
    failedCheck: 'no se usa',
    relaxed:
      'Sus núcleos son el módulo SIMD relajado: multiplicar y sumar es una sola instrucción, con un solo redondeo.',
    simd: 'Sus núcleos son el módulo SIMD normal: este navegador o procesador no multiplica y suma en una sola instrucción.',
  },
};
