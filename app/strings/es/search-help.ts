import type { searchHelp as en } from '../en/search-help';

export const searchHelp: typeof en = {
  tryOther: 'Prueba con menos letras o con el título original.',
  near: 'Estos títulos se parecen:',
  andNear: (n) => (n === 1 ? 'y 1 título parecido' : `y ${n} títulos parecidos`),
  genre: {
    scenario: 'Es un género: elígelo en el selector de género, o aquí:',
    user: 'Es un género: los géneros se eligen en el selector del escenario «Género».',
  },
};
