import { MINIMUM } from '../../minimum-browsers';
import type { browsers as en } from '../en/browsers';

const { chrome, edge, firefox, safari, ios } = MINIMUM;
const list = `Chrome ${chrome}, Edge ${edge}, Firefox ${firefox}, Safari ${safari} o iOS ${ios}`;

export const browsers: typeof en = {
  needs: `Esta página funciona en ${list} y en cualquier versión más nueva.`,
  tooOld: `Este navegador es demasiado antiguo para esta página, que necesita ${list} o algo más nuevo. El mismo enlace funciona allí.`,
  noScript:
    'Esta página ejecuta una pequeña red neuronal en tu navegador, así que necesita JavaScript. Nada de lo que hagas aquí sale de tu máquina.',
};
