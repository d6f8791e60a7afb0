import type { backbone as en } from '../en/backbone';

export const backbone: typeof en = {
  title: 'Red base modulada',
  symbols: {
    film: 'γ ⊙ h + β',
    sigmoid: 'σ(g) ⊙ h',
    linear: 'w · h + b',
    soft: 'Σ p h',
    none: 'h',
  },
  symbolHelp: {
    film: 'FiLM: el contexto da a cada unidad h una escala gamma y un desplazamiento beta.',
    sigmoid: 'Compuerta sigmoide: el contexto abre o cierra cada unidad h entre 0 y 1.',
    linear: 'El contexto escribe los pesos de la última capa.',
    soft: 'Modularización suave: el contexto decide cuánto aporta cada módulo p al siguiente.',
    none: 'Sin modulación: el control, una red que solo lee el contexto.',
  },
  views: 'Vista de la red base',
  film: 'FiLM',
  cells: 'Celdas',
  routes: 'Rutas',
  explain: 'Explicar',
  sub: 'La red, reconectada para {movie}.',
  subEmpty: 'Para {movie}, sin películas tuyas.',
  subNone: 'Cómo reconecta el contexto la red. Elige una película para ver la suya.',
  loading: 'Gamma y beta aparecen con la primera respuesta en vivo.',
  noRoutes: 'Las rutas son de la modularización suave. Esta variante modula de otra manera.',
  useSoft: 'Pasar a la modularización suave',
  noCells: 'La modularización suave tiene rutas en lugar de gamma y beta.',
  seeRoutes: 'Ver las rutas',
  pin: 'Comparar con otras',
  unpin: 'Dejar de comparar',
};
