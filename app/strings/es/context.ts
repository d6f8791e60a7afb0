import type { context as en } from '../en/context';

export const context: typeof en = {
  title: 'Contexto de la tarea',
  symbol: 'C',
  symbolHelp:
    'C: el contexto. El codificador resume todo el conjunto de soporte en este único vector, y todo lo que está a la derecha se hace a partir de él.',
  sub: 'Cada punto es un gusto. El grande: este.',
  loading: 'El mapa de todas las tareas está en camino.',
  vector: (n) => `C mismo, ${n} números: naranja por debajo de cero, morado por encima.`,
  itself: (n) => `C mismo, ${n} números`,
  number: (index) => `Número ${index} de C`,
  numberColumn: 'Qué',
  valueColumn: 'Valor',
  failed: 'No se pudo dibujar el mapa.',
};
