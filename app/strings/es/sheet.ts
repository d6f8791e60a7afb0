import type { sheet as en } from '../en/sheet';

export const sheet: typeof en = {
  toList: (titles) => `Primeras de la lista: ${titles.join('; ')}. Ir a la lista`,
};
